/** The methods that have samples read, in the order the page shows them. Written down, since a first visit does without the methods. */
export const READING_IDS = [
  "judge-weighted",
  "best-of-n",
  "pairwise",
  "self-selection",
  "aggregation",
  "iterated-aggregation",
] as const;

export function complainOfReading(text: string): string | null {
  const unknown = text.split(",").find((id) => !(READING_IDS as readonly string[]).includes(id));
  if (unknown === undefined) return null;
  return `What is to read the samples must be some of ${READING_IDS.join(", ")}; “${unknown}” is not.`;
}

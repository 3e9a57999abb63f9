/** What a picture may be called. */
export interface Label {
  text: string;
  /** BCP 47: chooses the templates. */
  language: string;
}

/** Characters of a label; a tower reads a few dozen tokens. */
export const LONGEST_LABEL = 300;
export const MOST_LABELS = 1000;

/** Two labels that say the same. */
export const sameLabel = (a: string, b: string): boolean => comparableLabel(a) === comparableLabel(b);

/** The same for labels that say the same. */
export const comparableLabel = (text: string): string =>
  text.normalize("NFC").toLowerCase().replaceAll(/\s+/gu, " ").trim();

/** What is wrong with a new label, in a sentence with the way out; undefined where nothing is. */
export function complainOfLabel(text: string, labels: readonly Label[]): string | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return "A label needs at least one character that can be seen.";
  if (trimmed.length > LONGEST_LABEL) {
    return `“${trimmed.slice(0, 24)}…” has ${trimmed.length.toLocaleString("en")} characters; a label may have ${LONGEST_LABEL}. Shorten it to what names the picture.`;
  }
  if (labels.some((label) => sameLabel(label.text, trimmed))) {
    return `“${trimmed}” is a label already. Two that are equal would share one chance; change or leave out one.`;
  }
  if (labels.length >= MOST_LABELS) {
    return `There are ${MOST_LABELS} labels already; take some away before adding “${trimmed}”.`;
  }
  return undefined;
}

/** Labels as people write several at once: a line or a comma between two. */
export function splitLabels(text: string): string[] {
  return text
    .split(/[\n,;；、，؛،]+/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

import type { Decision } from "./decision";

/**
 * Why an answer counts as right or wrong, as the end of a sentence that begins with "right" or "wrong". Samples are counted
 * by their keys alone; where mathematics says otherwise, that is said.
 */
export function explained(correct: boolean, { verdict, because, steps }: Decision): string {
  const reason = steps.length > 0 ? `${because} (${steps.join("; ")})` : because;
  if (verdict === "not comparable") return `: not comparable, ${reason}`;
  if (correct === (verdict === "equal")) return ` because ${reason}`;
  return correct
    ? ` as it is written, though ${reason}`
    : ` as it is written, but equal as mathematics: ${reason}`;
}

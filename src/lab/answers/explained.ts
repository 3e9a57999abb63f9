import type { Decision } from "./decision";

/**
 * Why an answer counts as right or wrong, as the end of a sentence that begins with "right" or "wrong". What a recorded label
 * says, or a key where mathematics could not be loaded, may differ from the comparison; then that is said.
 */
export function explained(correct: boolean, decision: Decision): string {
  const reason = reasonOf(decision);
  if (decision.verdict === "not comparable") return `: not comparable, ${reason}`;
  if (correct === (decision.verdict === "equal")) return ` because ${reason}`;
  return correct
    ? ` as it is written, though ${reason}`
    : ` as it is written, but equal as mathematics: ${reason}`;
}

/** The reason of a decision with what it rests on. */
export function reasonOf({ because, steps }: Decision): string {
  return steps.length > 0 ? `${because} (${steps.join("; ")})` : because;
}

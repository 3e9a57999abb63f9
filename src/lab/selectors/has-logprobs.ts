import type { Candidate } from "../candidates";

/** Whether all that answered can be weighed by the model's own confidence: recorded samples often come without it. */
export function hasLogprobs(candidates: readonly Candidate[]): boolean {
  const isKnown = ({ meanLogprob }: Candidate) => meanLogprob !== null;
  return candidates.some(isKnown) && candidates.every((one) => one.answer === null || isKnown(one));
}

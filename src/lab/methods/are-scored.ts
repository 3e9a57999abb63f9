import type { Candidate } from "../candidates";

/** Whether a judge has scored every one, and there is one. */
export function areScored(candidates: readonly Candidate[]): boolean {
  return (
    candidates.length > 0 &&
    candidates.every(({ score, weight }) => score !== undefined && weight !== undefined)
  );
}

import type { Candidate } from "../../lab/candidates";

/** Those that came to an end of their own: half of a sample would be judged for what was cut off. */
export function candidatesToRead(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.filter(({ sample }) => sample.finish === "stop" || sample.finish === "length");
}

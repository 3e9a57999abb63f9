import type { Candidate } from "../candidates";
import { clusterCandidates } from "../clusters";
import { majority } from "../selectors/majority";

/** What the vote of the first 1, 2, 3 … samples is worth, and what all cost: whoever pays for a reader is compared with it. */
export function firstVotes(candidates: readonly Candidate[]): { votes: number[]; sampleTokens: number } {
  const votes = candidates.map((_, at) => {
    const first = candidates.slice(0, at + 1);
    const vote = majority.select(first, clusterCandidates(first))?.expectedAccuracy;
    return vote ? vote.right / vote.of : NaN;
  });
  return { votes, sampleTokens: candidates.reduce((sum, { sample }) => sum + sample.tokens, 0) };
}

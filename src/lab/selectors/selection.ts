import type { Candidate } from "../candidates";
import type { Cluster } from "../clusters";
import type { Selection, Share } from "./selector";

/** A selection of the clusters chosen, which `seen` samples were paid for. Clusters in a tie are drawn with equal chance. */
export function selectionOf(
  chosen: readonly Cluster[],
  carriers: readonly Candidate[],
  seen: readonly Candidate[],
): Selection {
  const expectedAccuracy = accuracy(chosen, seen);
  return {
    chosen,
    carriers,
    tied: chosen.length > 1,
    ...(expectedAccuracy && { expectedAccuracy }),
    tokens: seen.reduce((sum, { sample }) => sum + sample.tokens, 0),
  };
}

/** No answer is a wrong one, as soon as one sample is known to be right or wrong. */
function accuracy(chosen: readonly Cluster[], seen: readonly Candidate[]): Share | undefined {
  if (seen.every(({ correct }) => correct === undefined)) return undefined;
  return { right: chosen.filter(({ correct }) => correct).length, of: Math.max(1, chosen.length) };
}

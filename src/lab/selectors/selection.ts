import type { Candidate } from "../candidates";
import type { Cluster } from "../clusters";
import type { Selection, Share } from "./selector";

/** A selection of the clusters chosen, which `seen` samples were paid for. Clusters in a tie are drawn with equal chance. */
export function selectionOf(
  chosen: readonly Cluster[],
  carriers: readonly Candidate[],
  seen: readonly Candidate[],
): Selection {
  const expectedAccuracy = accuracy(chosen, carriers, seen);
  return {
    chosen,
    carriers,
    tied: chosen.length > 1,
    ...(expectedAccuracy && { expectedAccuracy }),
    tokens: seen.reduce((sum, { sample }) => sum + sample.tokens, 0),
  };
}

/**
 * No answer is a wrong one, as soon as one sample is known to be right or wrong. Equal answers are right or wrong together,
 * but for recorded labels: where these disagree, an answer is worth the share of its carriers that are right.
 */
function accuracy(
  chosen: readonly Cluster[],
  carriers: readonly Candidate[],
  seen: readonly Candidate[],
): Share | undefined {
  if (seen.every(({ correct }) => correct === undefined)) return undefined;
  if (carriers.some(({ group }) => group === null)) return undefined; // Mathematics has not told yet.
  if (chosen.length === 0) return { right: shareRight(carriers), of: 1 };
  const worth = chosen.map(({ candidates }) =>
    shareRight(carriers.filter((one) => candidates.includes(one))),
  );
  return { right: worth.reduce((sum, one) => sum + one, 0), of: chosen.length };
}

const shareRight = (carriers: readonly Candidate[]) =>
  carriers.filter(({ correct }) => correct).length / Math.max(1, carriers.length);

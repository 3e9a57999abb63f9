import type { Candidate } from "../candidates";
import type { Cluster } from "../clusters";

/** Sums of the same weights in another order differ by rounding; no two different sums come this close by chance. */
const ROUNDING = 1e-12;

/** The clusters with the greatest sum of their candidates' weights, all of them if several tie. Only answers are voted for. */
export function heaviest(clusters: readonly Cluster[], weight: (candidate: Candidate) => number): Cluster[] {
  const answered = clusters.filter(({ answer }) => answer !== null);
  const weights = answered.map(({ candidates }) => candidates.reduce((sum, one) => sum + weight(one), 0));
  const most = Math.max(...weights);
  return answered.filter((_, i) => weights[i]! >= most * (1 - ROUNDING));
}

import { leaders } from "../../metrics/leaders";
import type { Candidate } from "../candidates";
import type { Cluster } from "../clusters";

/** The clusters with the greatest sum of their candidates' weights, all of them if several tie. Only answers are voted for. */
export function heaviest(clusters: readonly Cluster[], weight: (candidate: Candidate) => number): Cluster[] {
  const answered = clusters.filter(({ answer }) => answer !== null);
  const sums = answered.map(({ candidates }) => candidates.reduce((sum, one) => sum + weight(one), 0));
  return leaders(sums).map((i) => answered[i]!);
}

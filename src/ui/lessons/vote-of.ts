import type { Cluster } from "../../lab/clusters";
import { majority } from "../../lab/selectors/majority";

/** What a vote comes to, in words' reach: its answers, several in a tie, and whether they are right. */
export function voteOf(clusters: readonly Cluster[]) {
  const candidates = clusters.flatMap(({ candidates }) => candidates);
  const chosen = majority.select(candidates, clusters)?.chosen ?? [];
  const right = chosen.filter(({ correct }) => correct).length;
  return {
    answers: chosen.map(({ answer }) => answer ?? ""),
    votes: chosen[0]?.candidates.length ?? 0,
    right: right === 0 ? "no" : right === chosen.length ? "yes" : "by a draw",
  } as const;
}

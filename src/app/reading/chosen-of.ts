import type { Candidate } from "../../lab/candidates";
import type { Cluster } from "../../lab/clusters";
import type { Selection } from "../../lab/selectors/selector";

/** The clusters on the page that a choice is of: null for an answer that no sample gave. */
export function clustersOf(selection: Selection, clusters: readonly Cluster[]): (Cluster | null)[] {
  return selection.chosen.map((chosen) => {
    const samples = new Set(chosen.candidates.map(({ sample }) => sample));
    return clusters.find(({ candidates }) => candidates.some(({ sample }) => samples.has(sample))) ?? null;
  });
}

/** Numbers of the samples that carry a choice; those that give the answer, where it was written anew. */
export function samplesOf(
  selection: Selection,
  candidates: readonly Candidate[],
  clusters: readonly Cluster[],
): ReadonlySet<number> {
  const shown = new Set(candidates.map(({ sample }) => sample));
  const carriers = selection.carriers.filter(({ sample }) => shown.has(sample));
  const agreeing = clustersOf(selection, clusters).flatMap((cluster) => cluster?.candidates ?? []);
  return new Set((carriers.length > 0 ? carriers : agreeing).map(({ sample }) => sample.sample));
}

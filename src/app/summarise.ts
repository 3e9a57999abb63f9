import { toCandidate } from "../lab/candidates";
import { type Cluster, clusterCandidates } from "../lab/clusters";
import type { RunRecord } from "../storage/run-record";

/** What a stored run came to. Computed, never stored: a better extraction then improves old runs too. */
export function summarise({ samples, spec }: RunRecord): { clusters: Cluster[]; tokens: number } {
  const candidates = samples.map((sample) => toCandidate(sample, spec.expected));
  return {
    clusters: clusterCandidates(candidates),
    tokens: samples.reduce((sum, { tokens }) => sum + tokens, 0),
  };
}

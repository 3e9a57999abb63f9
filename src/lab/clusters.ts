import { answerKey } from "./answers/equivalence";
import type { Candidate } from "./candidates";

/** Candidates with equivalent answers. */
export interface Cluster {
  /** Equal for equal answers in any run; of its own for the cluster without an answer. */
  key: string;
  /** As its first candidate wrote it; null for the samples that finished without an answer, which never win a vote. */
  answer: string | null;
  /** In the order of their samples. */
  candidates: Candidate[];
  /** Absent where no expected answer is known; the first candidate's, where recorded labels of equal answers disagree. */
  correct?: boolean;
}

/**
 * By size, then by first appearance; the cluster without an answer comes last. Candidates that are not finished, or of which
 * mathematics has not told yet where they belong, are left out.
 */
export function clusterCandidates(candidates: readonly Candidate[]): Cluster[] {
  const clusters = new Map<string, Cluster>();
  for (const candidate of candidates) {
    const { answer, group, correct, sample } = candidate;
    if (!sample.finish || group === null) continue;
    const key = answer ? (group ?? answerKey(answer.text)) : "none";
    const cluster = clusters.get(key);
    if (cluster) cluster.candidates.push(candidate);
    else
      clusters.set(key, {
        key,
        answer: answer?.text ?? null,
        candidates: [candidate],
        ...(correct !== undefined && { correct }),
      });
  }
  const without = (cluster: Cluster) => Number(cluster.answer === null);
  return [...clusters.values()].sort(
    (a, b) => without(a) - without(b) || b.candidates.length - a.candidates.length, // A stable sort keeps first appearance.
  );
}

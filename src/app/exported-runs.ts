import type { Sample } from "../../workers/protocol";
import { type Candidate, toCandidate } from "../lab/candidates";
import { groupCandidates } from "../lab/group-candidates";
import { exportRuns } from "../storage/export-runs";
import type { RunRecord } from "../storage/run-record";
import { breathing } from "./breathing";

/** Runs as JSON Lines, each sample with its answer and whether that is right, by the rule that the page goes by. */
export async function exportedRuns(runs: readonly RunRecord[]): Promise<string> {
  const breathe = breathing();
  const known = new Map<Sample, Candidate>();
  for (const { samples, spec } of runs) {
    const candidates = samples.map((sample) => toCandidate(sample, spec.expected));
    const grouping = { expected: spec.expected, breathe };
    const grouped = await groupCandidates(candidates, grouping).catch(() => candidates); // It cannot be loaded: keys must do.
    for (const candidate of grouped) known.set(candidate.sample, candidate);
    await breathe();
  }
  return exportRuns(runs, (sample) => {
    const { answer, correct } = known.get(sample)!;
    return { answer: answer?.text ?? null, ...(correct !== undefined && { correct }) };
  });
}

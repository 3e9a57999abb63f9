import type { Sample } from "../../../../workers/protocol";
import { type Candidate, toCandidate } from "../../candidates";
import { clusterCandidates } from "../../clusters";
import { groupCandidates } from "../../group-candidates";
import type { Lab, Reading } from "../../lab";
import { selectionOf } from "../../selectors/selection";
import type { Selection } from "../../selectors/selector";
import { withReadings } from "../with-readings";

/** The answer that an aggregator wrote: the cluster of the candidates that give it too, or a new one. */
export async function writtenSelection(
  candidates: readonly Candidate[],
  sample: Sample,
  readings: readonly Reading[],
  { expected }: Lab,
): Promise<Selection> {
  const all = [...candidates, toCandidate(sample, expected)];
  const grouped = await groupCandidates(all, { expected }).catch(() => all); // It cannot be loaded: keys must do.
  const written = grouped.at(-1)!;
  const chosen = clusterCandidates(grouped).filter(
    ({ answer, candidates }) => answer !== null && candidates.includes(written),
  );
  const selection = selectionOf(chosen, [written], candidates);
  const right = Number(written.correct);
  return withReadings(
    { ...selection, ...(written.correct !== undefined && { expectedAccuracy: { right, of: 1 } }) },
    readings,
  );
}

import type { Candidate } from "../../candidates";
import { clusterCandidates } from "../../clusters";
import type { Reading } from "../../lab";
import { selectionOf } from "../../selectors/selection";
import type { Selection } from "../../selectors/selector";
import { withReadings } from "../with-readings";

/** The answer that an aggregator wrote: the cluster of the candidates that give it too, or a new one. */
export function writtenSelection(
  candidates: readonly Candidate[],
  written: Candidate,
  readings: readonly Reading[],
): Selection {
  const chosen = clusterCandidates([...candidates, written]).filter(
    ({ answer, candidates }) => answer !== null && candidates.includes(written),
  );
  const selection = selectionOf(chosen, [written], candidates);
  const right = Number(written.correct);
  return withReadings(
    { ...selection, ...(written.correct !== undefined && { expectedAccuracy: { right, of: 1 } }) },
    readings,
  );
}

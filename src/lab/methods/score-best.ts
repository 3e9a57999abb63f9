import { clusterCandidates } from "../clusters";
import { selectionOf } from "../selectors/selection";
import { areScored } from "./are-scored";
import type { Method } from "./method";

/** Best-of-N by a judge or reward model. Equal scores are drawn by sample, so that no answers are needed: labels will do. */
export const scoreBest: Method = {
  id: "score-best",
  label: "Best by score",
  description: "Takes the one sample that the recorded judge scored highest.",
  needsScores: true,

  async run(pool, most) {
    const candidates = await pool.take(most);
    if (!areScored(candidates)) return null;
    const best = Math.max(...candidates.map(({ score }) => score!));
    const carriers = candidates.filter(({ score }) => score === best);
    const chosen = clusterCandidates(carriers).filter(({ answer }) => answer !== null);
    const selection = selectionOf(chosen, carriers, candidates);
    const right = carriers.filter(({ correct }) => correct).length;
    const isKnown = selection.expectedAccuracy !== undefined;
    return { ...selection, ...(isKnown && { expectedAccuracy: { right, of: carriers.length } }) };
  },
};

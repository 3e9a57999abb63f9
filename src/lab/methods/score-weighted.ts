import { clusterCandidates } from "../clusters";
import { heaviest } from "../selectors/heaviest";
import { selectionOf } from "../selectors/selection";
import { areScored } from "./are-scored";
import type { Method } from "./method";

/** A vote weighed by a judge (Welleck et al. 2024, arXiv 2406.16838); `lab/recorded/weighing.ts` makes scores into weights. */
export const scoreWeighted: Method = {
  id: "score-weighted",
  label: "Score-weighted vote",
  description: "A vote in which a sample counts the more, the higher the recorded judge scored it.",
  needsScores: true,

  async run(pool, most) {
    const candidates = await pool.take(most);
    if (!areScored(candidates)) return null;
    const chosen = heaviest(clusterCandidates(candidates), ({ weight }) => weight!);
    const carriers = chosen.flatMap((cluster) => cluster.candidates);
    return selectionOf(chosen, carriers, candidates);
  },
};

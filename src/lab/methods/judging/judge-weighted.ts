import { drawnPool, type Method } from "../method";
import { scoreWeighted } from "../score-weighted";
import { withReadings } from "../with-readings";
import { judged } from "./judged";

/** A vote in which each sample counts by the score that a generative judge gave it. */
export const judgeWeighted: Method = {
  id: "judge-weighted",
  label: "Judge-weighted vote",
  description: "A vote in which a sample counts the more, the higher the judge scored it.",
  needs: ["judge"],

  async run(pool, most, lab) {
    if (!lab) return null;
    const { candidates, readings } = await judged(await pool.take(most), lab);
    const selection = await scoreWeighted.run(drawnPool(candidates), most);
    return selection && withReadings(selection, readings);
  },
};

import { drawnPool, type Method } from "../method";
import { scoreBest } from "../score-best";
import { withReadings } from "../with-readings";
import { judged } from "./judged";

/** Best-of-N with a generative judge that scores each sample by itself (J1, pointwise: arXiv 2505.10320). */
export const bestOfN: Method = {
  id: "best-of-n",
  label: "Best by judge",
  description: "A judge reads each sample by itself and scores it from 0 to 10; the highest score wins.",
  needs: ["judge"],

  async run(pool, most, lab) {
    if (!lab) return null;
    const { candidates, readings } = await judged(await pool.take(most), lab);
    const selection = await scoreBest.run(drawnPool(candidates), most);
    return selection && withReadings(selection, readings);
  },
};

import { first } from "../../selectors/first";
import { selecting } from "../selecting";
import type { Method } from "../method";
import { aggregationPrompt, MOST_ATTEMPTS, shuffled } from "./attempts";
import { writtenSelection } from "./written";

/** Solution aggregation (AggLM: Zhao et al. 2025, arXiv 2509.06870): a model reads all attempts and writes a solution of its own. */
export const aggregation: Method = {
  id: "aggregation",
  label: "Aggregator",
  description: "Another model reads all attempts side by side and writes a solution of its own.",
  needs: ["aggregator"],

  async run(pool, most, lab) {
    if (!lab) return null;
    const candidates = await pool.take(Math.min(most, MOST_ATTEMPTS));
    if (candidates.length < 2) return selecting("first", first).run(pool, 1);
    const prompt = aggregationPrompt(shuffled(candidates, lab, 0), lab);
    const [[sample]] = (await lab.ask("aggregator", [{ prompt, samples: 1 }], 0)) as [[never]];
    const reading = { role: "aggregator", of: `${candidates.length} attempts`, prompt, sample } as const;
    return writtenSelection(candidates, sample, [reading], lab);
  },
};

import { clusterCandidates } from "../../clusters";
import { first } from "../../selectors/first";
import { selectionOf } from "../../selectors/selection";
import type { Method } from "../method";
import { selecting } from "../selecting";
import { withReadings } from "../with-readings";
import { attemptText } from "./attempt-text";
import { MOST_ATTEMPTS, shuffled } from "./attempts";
import { choiceOf } from "./choice";
import { instructedChoicePrompt } from "./instructed-prompt";
import { trainedChoicePrompt } from "./trained-prompt";

/** Universal self-consistency (Chen et al. 2023, arXiv 2311.17311): a model reads all attempts and names the one to trust. */
export const selfSelection: Method = {
  id: "self-selection",
  label: "Pick one",
  description: "The model that reads all attempts names the one it trusts most, and writes nothing else.",
  needs: ["aggregator"],

  async run(pool, most, lab) {
    if (!lab) return null;
    const candidates = await pool.take(Math.min(most, MOST_ATTEMPTS));
    if (candidates.length < 2) return selecting("first", first).run(pool, 1);
    const attempts = shuffled(candidates, lab, 0);
    const texts = attempts.map(({ sample }) => attemptText(sample.text));
    const prompt = (lab.isTrained("aggregator") ? trainedChoicePrompt : instructedChoicePrompt)(
      lab.question,
      texts,
    );
    const [[sample]] = (await lab.ask("aggregator", [{ prompt, samples: 1 }], 0)) as [[never]];
    const carriers = attempts.filter((_, at) => at === choiceOf(sample, attempts.length));
    const chosen = clusterCandidates(candidates).filter(
      ({ answer, candidates }) => answer !== null && candidates.some((one) => carriers.includes(one)),
    );
    const reading = { role: "aggregator", of: `${candidates.length} attempts`, prompt, sample } as const;
    return withReadings(selectionOf(chosen, carriers, candidates), [reading]);
  },
};

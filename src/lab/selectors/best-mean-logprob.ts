import { hasLogprobs } from "./has-logprobs";
import { selectionOf } from "./selection";
import type { Selector } from "./selector";

/** Best-of-N by the model's own confidence: mean logprob per token, so that short samples are not preferred for being short. */
export const bestMeanLogprob: Selector = {
  id: "best-mean-logprob",
  label: "Most confident",
  description: "Takes the one answer whose words the model found likeliest, on average.",

  select(candidates, clusters) {
    if (!hasLogprobs(candidates)) return null;
    const answered = clusters.filter(({ answer }) => answer !== null);
    const score = (candidate: (typeof candidates)[number]) => candidate.meanLogprob ?? -Infinity;
    const best = Math.max(...answered.flatMap((cluster) => cluster.candidates.map(score)));
    const carriers = answered.flatMap((cluster) => cluster.candidates.filter((one) => score(one) === best));
    const chosen = answered.filter((cluster) => cluster.candidates.some((one) => carriers.includes(one)));
    return selectionOf(chosen, carriers, candidates);
  },
};

import { heaviest } from "./heaviest";
import { hasLogprobs } from "./has-logprobs";
import { selectionOf } from "./selection";
import type { Selector } from "./selector";

/**
 * A sample's weight is exp(mean logprob), the geometric mean of its tokens' probabilities: the "normalized weighted sum"
 * of self-consistency (Wang et al. 2022, arXiv 2203.11171, eq. 1). Whole-sample probabilities would weigh by length.
 */
export const logprobWeightedMajority: Selector = {
  id: "logprob-weighted-majority",
  label: "Weighted vote",
  description: "A vote in which a sample counts the more, the likelier the model found its own words.",

  select(candidates, clusters) {
    if (!hasLogprobs(candidates)) return null;
    const chosen = heaviest(clusters, ({ meanLogprob }) => Math.exp(meanLogprob ?? -Infinity));
    return selectionOf(
      chosen,
      chosen.flatMap(({ candidates }) => candidates),
      candidates,
    );
  },
};

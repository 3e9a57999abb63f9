import { heaviest } from "./heaviest";
import { selectionOf } from "./selection";
import type { Selector } from "./selector";

/** Self-consistency (Wang et al. 2022, arXiv 2203.11171), with ties counted as a fair draw. */
export const majority: Selector = {
  id: "majority",
  label: "Majority vote",
  description: "Takes the answer that most samples give. Where answers tie, each is as likely to be drawn.",

  select(candidates, clusters) {
    const chosen = heaviest(clusters, () => 1);
    return selectionOf(
      chosen,
      chosen.flatMap(({ candidates }) => candidates),
      candidates,
    );
  },
};

import { selectionOf } from "./selection";
import type { Selector } from "./selector";

export const first: Selector = {
  id: "first",
  label: "First sample",
  description: "Takes the first sample as it is: what asking once would have given.",

  select(candidates, clusters) {
    const [one] = candidates;
    if (!one) return null;
    const chosen = clusters.filter(({ answer, candidates }) => answer !== null && candidates.includes(one));
    return selectionOf(chosen, [one], [one]);
  },
};

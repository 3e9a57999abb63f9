import { selectionOf } from "./selection";
import type { Selector } from "./selector";

/** What a perfect judge of these samples would reach: pass@N. */
export const oracle: Selector = {
  id: "oracle",
  label: "Oracle",
  description: "Takes a right answer if any sample gives one: the most that any choice could reach.",

  select(candidates, clusters) {
    if (candidates.every(({ correct }) => correct === undefined)) return null;
    const right = candidates.filter(({ correct }) => correct);
    const chosen = clusters.filter(({ candidates }) => candidates.some(({ correct }) => correct));
    return selectionOf(chosen, right, candidates);
  },
};

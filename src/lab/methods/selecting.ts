import { clusterCandidates } from "../clusters";
import type { Selector } from "../selectors/selector";
import type { Method } from "./method";

/** The method that takes all samples it may, and then selects. */
export function selecting(id: string, selector: Selector): Method {
  return {
    id,
    label: selector.label,
    description: selector.description,
    async run(pool, most) {
      const candidates = await pool.take(most);
      return selector.select(candidates, clusterCandidates(candidates));
    },
  };
}

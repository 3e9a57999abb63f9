import { aggregation } from "./aggregation/aggregation";
import { iteratedAggregation } from "./aggregation/iterated-aggregation";
import { selfSelection } from "./aggregation/self-selection";
import { METHODS } from "./index";
import { bestOfN } from "./judging/best-of-n";
import { judgeWeighted } from "./judging/judge-weighted";
import { pairwise } from "./judging/pairwise";
import type { Method } from "./method";

/** Methods that have another model read the samples, in the order the page shows them. */
export const READING_METHODS: readonly Method[] = [
  judgeWeighted,
  bestOfN,
  pairwise,
  selfSelection,
  aggregation,
  iteratedAggregation,
];

/** Every method there is, in the order the page shows them. */
export const ALL_METHODS: readonly Method[] = [...METHODS, ...READING_METHODS];

/** Those of them, by their ids, that have another model read the samples. */
export const readingMethods = (ids: readonly string[]): Method[] =>
  READING_METHODS.filter(({ id }) => ids.includes(id));

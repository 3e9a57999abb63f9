import { bestMeanLogprob } from "../selectors/best-mean-logprob";
import { first } from "../selectors/first";
import { logprobWeightedMajority } from "../selectors/logprob-weighted-majority";
import { majority } from "../selectors/majority";
import { oracle } from "../selectors/oracle";
import { adaptive } from "./adaptive";
import type { Method } from "./method";
import { scoreBest } from "./score-best";
import { scoreWeighted } from "./score-weighted";

export type { Method } from "./method";
import { selecting } from "./selecting";

/** In the order the page shows them. */
export const METHODS: readonly Method[] = [
  {
    ...selecting("first", first),
    run: (pool) => selecting("first", first).run(pool, 1),
    hasEnough: (candidates) => candidates.length > 0,
  },
  selecting("majority", majority),
  selecting("weighted", logprobWeightedMajority),
  selecting("best", bestMeanLogprob),
  adaptive,
  scoreBest,
  scoreWeighted,
  selecting("oracle", oracle),
];

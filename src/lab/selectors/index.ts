import { bestMeanLogprob } from "./best-mean-logprob";
import { first } from "./first";
import { logprobWeightedMajority } from "./logprob-weighted-majority";
import { majority } from "./majority";
import { oracle } from "./oracle";
import type { Selector } from "./selector";

/** In the order the page shows them: from what one sample gives to the most that any choice could reach. */
export const SELECTORS: readonly Selector[] = [
  first,
  majority,
  logprobWeightedMajority,
  bestMeanLogprob,
  oracle,
];

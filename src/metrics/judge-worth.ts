import { auc } from "./auc";
import { aucWithin } from "./auc-interval";
import type { Estimate } from "./interval";
import { type PairJudgement, pairRates } from "./pair-judgements";
import { wilson } from "./wilson";

/** A pair of which one solution is right, as a judge saw it. */
export interface JudgedPair extends PairJudgement {
  /** Which of the pairs. */
  index: number;
  /** Of the better and the worse one, each by itself; null where nobody asked, or where there was no score. */
  scores: readonly [better: number | null, worse: number | null] | null;
  /** Judgements drawn by chance besides. */
  sampled: {
    forward: readonly PairJudgement["forward"][];
    backward: readonly PairJudgement["backward"][];
    better: readonly (number | null)[];
    worse: readonly (number | null)[];
  };
}

/** What a judge is worth: shares of pairs with 95 % intervals. */
export interface JudgeWorth {
  count: number;
  /** Right with the better one first, second, in both orders. */
  forward: Estimate;
  backward: Estimate;
  consistent: Estimate;
  flipped: Estimate;
  /** Of the scores; NaN where there are none. */
  auc: Estimate;
}

export function judgeWorth(pairs: readonly JudgedPair[]): JudgeWorth {
  const rates = pairRates(pairs);
  const share = (value: number) => wilson(pairs.length === 0 ? 0 : value * pairs.length, pairs.length);
  return {
    count: pairs.length,
    forward: share(rates.forward),
    backward: share(rates.backward),
    consistent: share(rates.consistent),
    flipped: share(rates.flipped),
    auc: scoreAuc(pairs),
  };
}

/** A solution without a score counts as one with 0: nobody could choose it by its score. */
export function scoreAuc(pairs: readonly Pick<JudgedPair, "scores">[]): Estimate {
  const scored = pairs.flatMap(({ scores }) => (scores ? [scores] : []));
  const right = scored.map(([better]) => better ?? 0);
  const wrong = scored.map(([, worse]) => worse ?? 0);
  return aucWithin(auc(right, wrong), right.length, wrong.length);
}

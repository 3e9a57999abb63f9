import type { Estimate } from "./interval";
import { type JudgedPair, scoreAuc } from "./judge-worth";
import { type PairJudgement, pairRates } from "./pair-judgements";
import { wilson } from "./wilson";

/** Numbers of judgements that are asked together. */
export const JUDGEMENT_COUNTS = [1, 2, 4, 8] as const;

/** What the majority of k verdicts in each order (SC@k), and the mean of k scores, make of the pairs. */
export interface AtK {
  k: number;
  /** How many pairs have so many judgements. */
  count: number;
  consistent: Estimate;
  flipped: Estimate;
  auc: Estimate;
}

/** A point for each number of judgements that some pairs have; each pair by its first k. */
export function judgeAtK(pairs: readonly JudgedPair[]): AtK[] {
  return JUDGEMENT_COUNTS.flatMap((k) => {
    const enough = pairs.filter(({ sampled }) => sampled.forward.length >= k);
    return enough.length > 0 ? [atK(enough, k)] : [];
  });
}

export function atK(pairs: readonly Pick<JudgedPair, "sampled">[], k: number): AtK {
  const rates = pairRates(
    pairs.map(({ sampled }) => ({ forward: most(sampled.forward, k), backward: most(sampled.backward, k) })),
  );
  const scored = pairs.filter(({ sampled }) => sampled.better.length >= k && sampled.worse.length >= k);
  const means = scored.map(({ sampled }) => ({
    scores: [mean(sampled.better.slice(0, k)), mean(sampled.worse.slice(0, k))] as const,
  }));
  return {
    k,
    count: pairs.length,
    consistent: wilson(rates.consistent * pairs.length, pairs.length),
    flipped: wilson(rates.flipped * pairs.length, pairs.length),
    auc: scoreAuc(means),
  };
}

/** A tie is no verdict. */
function most(verdicts: readonly PairJudgement["forward"][], k: number): PairJudgement["forward"] {
  const lead = verdicts
    .slice(0, k)
    .reduce((sum, one) => sum + (one === "better" ? 1 : one === "worse" ? -1 : 0), 0);
  return lead > 0 ? "better" : lead < 0 ? "worse" : null;
}

const mean = (scores: readonly (number | null)[]) =>
  scores.reduce<number>((sum, one) => sum + (one ?? 0), 0) / scores.length;

import { atK, JUDGEMENT_COUNTS } from "../../../metrics/judge-at-k";
import { scoreAuc } from "../../../metrics/judge-worth";
import { pairRates } from "../../../metrics/pair-judgements";
import { wilson } from "../../../metrics/wilson";
import { percent } from "../report";
import { type PairScore, SAMPLED } from "./judge-pair";

const COUNTS = JUDGEMENT_COUNTS.filter((k) => k <= SAMPLED);

export function judgeTable(pairs: readonly PairScore[]): string {
  const rates = pairRates(pairs);
  const row = (label: string, share: number) =>
    `${label.padEnd(34)} ${percent(wilson(share * pairs.length, pairs.length))}`;
  return [
    row("right, the better one first", rates.forward),
    row("right, the better one second", rates.backward),
    row("right in both orders", rates.consistent),
    row("verdict changes with the order", rates.flipped),
    `${"AUC of the scores".padEnd(34)} ${scoreAuc(pairs).value.toFixed(3)}`,
    `${"tokens per judgement".padEnd(34)} ${(pairs.reduce((sum, { tokens }) => sum + tokens, 0) / pairs.length / 4).toFixed(1)}`,
    ...curveRows(pairs),
  ].join("\n");
}

function curveRows(pairs: readonly PairScore[]): string[] {
  const curved = pairs.filter(({ sampled }) => sampled.forward.length > 0);
  return curved.length === 0
    ? []
    : COUNTS.map((k) => `k = ${k}, sampled: ${JSON.stringify(curvePoint(curved, k))}`);
}

/** The majority of the first k verdicts in each order, and the mean of the first k scores. */
export function curvePoint(pairs: readonly PairScore[], k: number) {
  const { consistent, flipped, auc } = atK(pairs, k);
  return { consistent: rounded(consistent.value), flipped: rounded(flipped.value), auc: rounded(auc.value) };
}

/** The line for programs. */
export function judgeJson(pairs: readonly PairScore[], untrained: readonly PairScore[]): string {
  const { count, consistent, flipped } = pairRates(pairs);
  const curved = pairs.filter(({ sampled }) => sampled.forward.length > 0);
  return JSON.stringify({
    count,
    consistentAccuracy: rounded(consistent),
    flipRate: rounded(flipped),
    auc: rounded(scoreAuc(pairs).value),
    untrainedFlipRate: rounded(pairRates(untrained).flipped),
    untrainedConsistentAccuracy: rounded(pairRates(untrained).consistent),
    curve: Object.fromEntries(curved.length ? COUNTS.map((k) => [k, curvePoint(curved, k)]) : []),
  });
}

const rounded = (share: number) => Math.round(share * 1e4) / 1e4;

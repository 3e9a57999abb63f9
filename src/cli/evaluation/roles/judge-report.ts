import { auc } from "../../../metrics/auc";
import { type PairJudgement, pairRates } from "../../../metrics/pair-judgements";
import { wilson } from "../../../metrics/wilson";
import { percent } from "../report";
import { type PairScore, SAMPLED } from "./judge-pair";

const COUNTS = [1, 2, 4, 8].filter((k) => k <= SAMPLED);

export function judgeTable(pairs: readonly PairScore[]): string {
  const rates = pairRates(pairs);
  const row = (label: string, share: number) =>
    `${label.padEnd(34)} ${percent(wilson(share * pairs.length, pairs.length))}`;
  return [
    row("right, the better one first", rates.forward),
    row("right, the better one second", rates.backward),
    row("right in both orders", rates.consistent),
    row("verdict changes with the order", rates.flipped),
    `${"AUC of the scores".padEnd(34)} ${scoreAuc(pairs, (pair) => pair.scores.map((score) => score ?? 0)).toFixed(3)}`,
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
  const voted = pairs.map(({ sampled }): PairJudgement => ({
    forward: most(sampled.forward, k),
    backward: most(sampled.backward, k),
  }));
  const { consistent, flipped } = pairRates(voted);
  const means = (pair: PairScore) => [
    mean(pair.sampled.better.slice(0, k)),
    mean(pair.sampled.worse.slice(0, k)),
  ];
  return { consistent: rounded(consistent), flipped: rounded(flipped), auc: rounded(scoreAuc(pairs, means)) };
}

/** The line for programs. */
export function judgeJson(pairs: readonly PairScore[], untrained: readonly PairScore[]): string {
  const { count, consistent, flipped } = pairRates(pairs);
  const curved = pairs.filter(({ sampled }) => sampled.forward.length > 0);
  return JSON.stringify({
    count,
    consistentAccuracy: rounded(consistent),
    flipRate: rounded(flipped),
    auc: rounded(scoreAuc(pairs, (pair) => pair.scores.map((score) => score ?? 0))),
    untrainedFlipRate: rounded(pairRates(untrained).flipped),
    untrainedConsistentAccuracy: rounded(pairRates(untrained).consistent),
    curve: Object.fromEntries(curved.length ? COUNTS.map((k) => [k, curvePoint(curved, k)]) : []),
  });
}

/** A tie is no verdict. */
function most(verdicts: readonly PairJudgement["forward"][], k: number): PairJudgement["forward"] {
  const lead = verdicts
    .slice(0, k)
    .reduce((sum, one) => sum + (one === "better" ? 1 : one === "worse" ? -1 : 0), 0);
  return lead > 0 ? "better" : lead < 0 ? "worse" : null;
}

const scoreAuc = (pairs: readonly PairScore[], scores: (pair: PairScore) => readonly number[]) =>
  auc(pairs.map((pair) => scores(pair)[0]!), pairs.map((pair) => scores(pair)[1]!)); // prettier-ignore

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
const rounded = (share: number) => Math.round(share * 1e4) / 1e4;

import { bootstrapMean } from "../../../metrics/bootstrap";
import { seededRandom } from "../../../lab/random";
import { wilson } from "../../../metrics/wilson";
import { percent } from "../report";
import { type AggregatorScore, GROUP } from "./aggregator-problem";

const ROWS: [keyof AggregatorScore, string][] = [
  ["maj", `vote of ${GROUP}`],
  ["agg", `aggregator over ${GROUP}`],
  ["noCandidates", "aggregator without attempts"],
  ["otherCandidates", "aggregator, another problem's attempts"],
  ["weighted", "judge-weighted vote"],
  ["bestByJudge", "best by judge"],
  ["majEqualCost", "vote at the same cost"],
  ["solveEqualCost", "one sample"],
];

export function aggregatorTable(scores: readonly AggregatorScore[]): string {
  const tokens = mean(scores.map(({ aggTokens }) => aggTokens)).toFixed(1);
  const group = mean(scores.map(({ groupTokens }) => groupTokens)).toFixed(1);
  const rows = ROWS.map(([key, label]) => `${label.padEnd(40)} ${percent(accuracy(scores, key))}`);
  return [...rows, `tokens: ${group} a group, ${tokens} the aggregator's`].join("\n");
}

/** The line for programs. Easy: the vote is right; a minority: it is wrong, no tie included, though some attempt is right. */
export function aggregatorJson(scores: readonly AggregatorScore[]): string {
  const easy = scores.filter(({ maj }) => maj === 1);
  const minority = scores.filter(({ maj, anyRight }) => maj === 0 && anyRight);
  const differences = scores.map(({ agg, maj }) => agg - maj);
  const { low, high } = bootstrapMean(differences, seededRandom("aggregator"));
  const value = (key: keyof AggregatorScore) => rounded(accuracy(scores, key).value);
  return JSON.stringify({
    count: scores.length,
    maj: value("maj"),
    agg: value("agg"),
    diff: rounded(mean(differences)),
    diffLow: rounded(low),
    diffHigh: rounded(high),
    easyKept: rounded(mean(easy.map(({ agg }) => agg))),
    minorityRecovered: rounded(mean(minority.map(({ agg }) => agg))),
    noCandidates: value("noCandidates"),
    otherCandidates: value("otherCandidates"),
    weighted: value("weighted"),
    bestByJudge: value("bestByJudge"),
    majEqualCost: value("majEqualCost"),
    solveEqualCost: value("solveEqualCost"),
  });
}

const accuracy = (scores: readonly AggregatorScore[], key: keyof AggregatorScore) =>
  wilson(
    scores.reduce((sum, score) => sum + Number(score[key]), 0),
    scores.length,
  );

const mean = (values: readonly number[]) =>
  values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length);
const rounded = (share: number) => Math.round(share * 1e4) / 1e4;

// The numbers of each figure, in the order in which it draws them.
import type { SpendingLine } from "../../../metrics/accuracy-by-tokens";
import type { EqualCost } from "../../../metrics/equal-cost";
import type { CountBar } from "../../../metrics/correct-counts";
import type { Estimate } from "../../../metrics/interval";
import type { PairedDifference } from "../../../metrics/paired-difference";
import type { SamplingPoint } from "../../../metrics/sampling-curves";
import { type Fate, FATES } from "../../../metrics/vote-fates";
import type { SurenessBin } from "../../../metrics/vote-sureness";
import type { FigureData } from "../../figure/figure-data";

const INTERVAL = [
  { key: "lowPercent", label: "95 % interval, low" },
  { key: "highPercent", label: "high" },
];
const PROBLEMS = { key: "problems", label: "problems" };

/** Without what rounding leaves of a nought. */
const percentOf = (share: number) => Math.round(1e12 * share) / 1e10;
const inPercent = ({ value, low, high }: Estimate, key: string) => ({
  [key]: percentOf(value),
  lowPercent: percentOf(low),
  highPercent: percentOf(high),
});

/** `costs`: of methods that pay for a reader, the vote of as many samples as their tokens buy. */
export function accuracyTable(lines: readonly SpendingLine[], costs: readonly EqualCost[] = []): FigureData {
  const drawn = costs.filter(({ id }) => lines.some((line) => line.id === id));
  const columns = [
    { key: "method", label: "method" },
    { key: "samples", label: "samples" },
    { key: "tokensPerProblem", label: "tokens per problem" },
    { key: "accuracyPercent", label: "right, %" },
    ...INTERVAL,
    ...(drawn.length > 0 ? EQUAL_COST : []),
  ];
  const rows = lines.flatMap(({ id, label, points }) =>
    points.map(({ samples, tokens, accuracy }) => ({
      method: label,
      samples,
      ...(Number.isFinite(tokens) && { tokensPerProblem: tokens }),
      ...inPercent(accuracy, "accuracyPercent"),
      ...equalCostCells(drawn.find((one) => one.id === id && one.samples === samples)),
    })),
  );
  return { columns, rows };
}

const EQUAL_COST = [
  { key: "equalCostSamples", label: "samples at that cost" },
  { key: "equalCostVotePercent", label: "their vote right, %" },
];

const equalCostCells = (cost: EqualCost | undefined) =>
  cost && {
    equalCostSamples: cost.votes,
    ...(cost.vote && { equalCostVotePercent: percentOf(cost.vote.value) }),
  };

export function samplingTable(points: readonly SamplingPoint[]): FigureData {
  const columns = [
    { key: "of", label: "of" },
    { key: "k", label: "k" },
    { key: "rightPercent", label: "right, %" },
    ...INTERVAL,
  ];
  const rows = (["pass", "majority"] as const).flatMap((share) =>
    points.map((point) => ({
      of: share === "pass" ? "pass@k" : "maj@k",
      k: point.k,
      ...inPercent(point[share], "rightPercent"),
    })),
  );
  return { columns, rows };
}

export function surenessTable(bins: readonly SurenessBin[]): FigureData {
  const columns = [
    { key: "majorityPercent", label: "size of the majority, %" },
    PROBLEMS,
    { key: "rightPercent", label: "vote right, %" },
    ...INTERVAL,
  ];
  const rows = bins.map(({ share, accuracy, problems }) => ({
    majorityPercent: percentOf(share),
    problems: problems.length,
    ...inPercent(accuracy, "rightPercent"),
  }));
  return { columns, rows };
}

export function countsTable(bars: readonly CountBar[]): FigureData {
  const columns = [
    { key: "atLeast", label: "right samples, at least" },
    { key: "atMost", label: "at most" },
    PROBLEMS,
  ];
  return {
    columns,
    rows: bars.map(({ from, to, problems }) => ({ atLeast: from, atMost: to, problems: problems.length })),
  };
}

export function fatesTable(fates: Readonly<Record<Fate, readonly number[]>>): FigureData {
  const words: Record<Fate, string> = {
    right: "vote right",
    tied: "vote tied",
    outvoted: "vote wrong though a sample is right",
    hopeless: "no sample right",
  };
  const rows = FATES.map((fate) => ({ vote: words[fate], problems: fates[fate].length }));
  return { columns: [{ key: "vote", label: "what became of it" }, PROBLEMS], rows };
}

export function pairedTable(paired: PairedDifference | null): FigureData {
  const columns = [
    { key: "method", label: "method" },
    { key: "comparedWith", label: "compared with" },
    PROBLEMS,
    { key: "differencePercent", label: "difference, points" },
    ...INTERVAL,
    { key: "onlyMethod", label: "only the first right" },
    { key: "onlyOther", label: "only the second right" },
    { key: "undecided", label: "ties left out of p" },
    { key: "p", label: "p, McNemar" },
  ];
  if (!paired) return { columns, rows: [] };
  const { a, b, count, difference, discordant, p } = paired;
  const row = {
    method: a,
    comparedWith: b,
    problems: count,
    ...inPercent(difference, "differencePercent"),
    onlyMethod: discordant.onlyA,
    onlyOther: discordant.onlyB,
    undecided: discordant.undecided,
    p,
  };
  return { columns, rows: [row] };
}

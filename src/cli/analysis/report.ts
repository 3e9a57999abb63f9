import { WEIGHING_LABELS, type Weighing } from "../../lab/recorded/weighing";
import type { Difference } from "./differences";
import { type Figure, FIGURES, type Share, type Summary } from "./summary";

const NAMES: Record<Figure, string> = {
  pass1: "pass@1",
  maj: "maj@k",
  weighted: "weighted maj@k",
  bestByScore: "best of k by score",
  pass: "pass@k",
};
const WIDTH = 26;

/** A table for people: a row per figure, a column per number of samples. */
export function reportTable(summaries: readonly Summary[], all: string, weighing: Weighing): string {
  const rows = FIGURES.filter((figure) => summaries.some(({ shares }) => shares[figure]));
  const line = (head: string, cells: string[]) =>
    [head.padEnd(20), ...cells.map((cell) => cell.padEnd(WIDTH))].join("").trimEnd();
  const titles = summaries.map(({ k, scores }) => `k = ${k ?? all} (${scores.length} problems)`);
  const hasScores = rows.includes("weighted");
  return [
    line("", titles),
    ...rows.map((figure) =>
      line(
        NAMES[figure],
        summaries.map(({ shares, scores }) => cell(shares[figure], scores.length)),
      ),
    ),
    "",
    "[…] is the 95 % interval over problems: Wilson for votes of all samples, bootstrap for pass@1 and for fewer samples.",
    "Fewer samples: the expectation over all such subsets. A tie counts as a fair draw.",
    ...(hasScores ? [`Weights are ${WEIGHING_LABELS[weighing]}.`] : []),
    ...summaries.flatMap(estimated),
  ].join("\n");
}

function cell(share: Share | null, problems: number): string {
  if (!share) return "–";
  const { value, low, high } = share.estimate;
  const fewer = share.problems < problems ? ` of ${share.problems}` : "";
  return `${percent(value).padStart(5)} %  [${percent(low)}, ${percent(high)}]${fewer}`;
}

/** A note where random subsets stood for all. */
function estimated({ k, shares }: Summary): string[] {
  return FIGURES.filter((figure) => (shares[figure]?.standardError ?? 0) > 0).map(
    (figure) =>
      `${NAMES[figure]} at k = ${k}: from random subsets, standard error ${(100 * shares[figure]!.standardError).toFixed(2)} points.`,
  );
}

/** In points: differences of percentages. */
export function reportDifferences(differences: readonly Difference[]): string {
  const lines = differences.map(({ figures, estimate, test }) => {
    const [one, other] = figures.map((figure) => NAMES[figure]);
    const { value, low, high } = estimate;
    const share = `${points(value)}  [${points(low)}, ${points(high)}]`;
    const ties = test?.undecided ? `, left out as ties: ${test.undecided}` : "";
    const p = test ? `  p = ${test.midP.toPrecision(2)} (${test.onlyA} : ${test.onlyB}${ties})` : "";
    return `${`${one} − ${other}`.padEnd(36)}${share.padEnd(24)}${p}`.trimEnd();
  });
  return [
    ...lines,
    "",
    "In points, with paired bootstrap intervals; p is McNemar's mid-p over the problems that only one of the two gets right.",
  ].join("\n");
}

const percent = (share: number) => (100 * share).toFixed(1);
const points = (share: number) => `${share < 0 ? "−" : "+"}${percent(Math.abs(share))}`;

/** The line for programs: shares from 0 to 1 at k = all samples of a problem, null where nothing has scores. */
export function reportJson(samples: number, { scores, shares }: Summary): string {
  const rounded = ([figure, share]: [string, Share | null]) => [
    figure,
    share && Math.round(share.estimate.value * 1e6) / 1e6,
  ];
  const { pass1, maj, bestByScore, weighted, pass } = shares;
  const values = Object.entries({ pass1, maj, bestByScore, weighted, pass }).map(rounded);
  return JSON.stringify({ problems: scores.length, samples, ...Object.fromEntries(values) });
}

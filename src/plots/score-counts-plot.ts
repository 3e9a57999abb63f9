import * as Plot from "@observablehq/plot";
import { count, significant } from "../metrics/in-words";
import type { ScoreCount } from "../metrics/score-counts";
import { countAxis, numberAxis } from "./axes";
import type { Drawing } from "./drawing";
import { framed, smallFrame, upwards } from "./frame";
import { linearScale } from "./linear-scale";

const SIDES = [
  { key: "right", words: "right", from: -0.42, to: -0.02, fill: "var(--cluster-0)", fillOpacity: 1 },
  { key: "wrong", words: "wrong", from: 0.02, to: 0.42, fill: "var(--accent)", fillOpacity: 0.55 },
] as const;

/** How many right and how many wrong solutions got each score. */
export function scoreCountsPlot(counts: readonly ScoreCount[], width: number): Drawing {
  const frame = { ...smallFrame(width), right: width - 4 };
  const most = Math.max(4, ...counts.flatMap(({ right, wrong }) => [right.length, wrong.length]));
  const step = counts[1]!.score - counts[0]!.score;
  const ends: [number, number] = [counts[0]!.score - step / 2, counts.at(-1)!.score + step / 2];
  const [x, y] = [linearScale(ends, [frame.left, frame.right]), upwards(frame, [0, most])];
  const svg = Plot.plot({
    ...framed(frame),
    x: { domain: ends, axis: null },
    y: { domain: [0, most], axis: null },
    marks: [
      countAxis(most, "Solutions", frame),
      SIDES.map(({ key, from, to, fill, fillOpacity }) =>
        Plot.rect(counts, {
          x1: ({ score }: ScoreCount) => score + step * from,
          x2: ({ score }: ScoreCount) => score + step * to,
          y1: () => 0,
          y2: (one: ScoreCount) => one[key].length,
          ...{ fill, fillOpacity, stroke: fill },
        }),
      ),
      numberAxis(counts.map(({ score }) => score), "Score by the judge", frame), // prettier-ignore
    ],
  }) as SVGSVGElement;
  const readings = SIDES.flatMap(({ key, words, from, to }, row) =>
    counts.map((one) => ({
      ...{
        key: `${key} ${one.score}`,
        row,
        x: x(one.score + (step * (from + to)) / 2),
        y: y(one[key].length / 2),
      },
      size: { width: x(step * to) - x(step * from), height: Math.max(10, y(0) - y(one[key].length)) },
      what: `${words}, score ${significant(one.score)}`,
      value: count(one[key].length, "solution"),
      opens: `Pairs whose ${words} solution got ${significant(one.score)}`,
      problems: () => one[key],
    })),
  );
  return { svg, title: "Scores of right and wrong solutions", description: inWords(counts), readings };
}

function inWords(counts: readonly ScoreCount[]): string {
  const said = (key: "right" | "wrong") =>
    counts
      .filter((one) => one[key].length > 0)
      .map((one) => `${one[key].length} with ${significant(one.score)}`);
  return `Right solutions: ${said("right").join(", ")}. Wrong solutions: ${said("wrong").join(", ")}.`;
}

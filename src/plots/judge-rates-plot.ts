import * as Plot from "@observablehq/plot";
import { percentWithin } from "../metrics/in-words";
import type { Estimate } from "../metrics/interval";
import type { JudgeWorth } from "../metrics/judge-worth";
import type { Drawing } from "./drawing";
import { framed } from "./frame";
import { judgeLook, type NamedJudge } from "./judge-looks";
import { linearScale } from "./linear-scale";

export interface JudgeRates extends NamedJudge {
  worth: JudgeWorth;
}

/** With what a coin would reach, tossed anew for each order. */
export const JUDGE_RATES = [
  { key: "forward", label: "Right, the better one first", chance: 0.5 },
  { key: "backward", label: "Right, the better one second", chance: 0.5 },
  { key: "consistent", label: "Right in both orders", chance: 0.25 },
  { key: "flipped", label: "Verdict changes with the order", chance: 0.5 },
] as const satisfies readonly { key: keyof JudgeWorth; label: string; chance: number }[];

interface Row {
  key: string;
  at: number;
  judge: JudgeRates;
  place: number;
  share: Estimate;
  measure: string;
  y: number;
}

/** Each share as a point with its interval, judge below judge, and a thin line where a coin would be. */
export function judgeRatesPlot(judges: readonly JudgeRates[], width: number): Drawing {
  const font = width < 500 ? 13 : 15;
  const step = (1.9 + 1.7 * judges.length) * font;
  const height = JUDGE_RATES.length * step + 0.5 * font;
  const x = linearScale([0, 1], [0.5 * font, width - 10.5 * font]);
  const rows = JUDGE_RATES.flatMap(({ key, label }, at) =>
    judges.map((judge, place): Row => {
      const y = at * step + (2.4 + 1.7 * place) * font;
      return { key, at, judge, place, share: judge.worth[key], measure: label, y };
    }),
  );
  const svg = Plot.plot({
    ...framed({ width, height, font, left: 0, right: width, top: 0, bottom: height }),
    x: { type: "identity", axis: null },
    y: { type: "identity", axis: null },
    marks: [
      JUDGE_RATES.map((measure, at) => heading(measure, at * step, step, x, font)),
      rows.map((row) => marks(row, x, font, width)),
    ],
  }) as SVGSVGElement;
  const readings = rows.map(({ key, at, judge, share, measure, y }) => ({
    ...{ key: `${judge.id} ${key}`, row: at, x: x(share.value), y },
    what: `${judge.label}: ${measure.toLowerCase()}`,
    value: percentWithin(share),
    problems: () => [],
  }));
  const description = readings.map(({ what, value }) => `${what}: ${value}.`).join(" ");
  return {
    svg,
    title: "How often the judge is right, and how often the order decides",
    description,
    readings,
  };
}

function heading(
  { label, chance }: (typeof JUDGE_RATES)[number],
  top: number,
  step: number,
  x: (share: number) => number,
  font: number,
): Plot.Markish[] {
  const line = (share: number, dash?: string) =>
    Plot.link([share], {
      ...{
        x1: () => x(share),
        x2: () => x(share),
        y1: () => top + 1.6 * font,
        y2: () => top + step - 0.4 * font,
      },
      ...{ stroke: "var(--line-strong)", strokeWidth: 1, ...(dash && { strokeDasharray: dash }) },
    });
  return [
    Plot.text([label], { x: () => x(0), y: () => top + 0.8 * font, text: (one: string) => one, textAnchor: "start", fill: "var(--ink)" }), // prettier-ignore
    [line(0), line(1), line(chance, "2 3")],
  ];
}

function marks(
  { share, place, y }: Row,
  x: (share: number) => number,
  font: number,
  width: number,
): Plot.Markish[] {
  const { colour, symbol } = judgeLook(place);
  return [
    Plot.link([share], {
      ...{ x1: () => x(share.low), x2: () => x(share.high), y1: () => y, y2: () => y },
      ...{ stroke: colour, strokeWidth: 2 },
    }),
    Plot.dot([share], { x: () => x(share.value), y: () => y, r: font / 2.7, symbol, fill: colour }),
    Plot.text([percentWithin(share)], {
      ...{ x: () => width, y: () => y, text: (one: string) => one, textAnchor: "end", fill: "var(--ink)" },
    }),
  ];
}

import * as Plot from "@observablehq/plot";
import { count, percent, percentWithin } from "../metrics/in-words";
import type { SurenessBin } from "../metrics/vote-sureness";
import { numberAxis, shareAxis } from "./axes";
import type { Drawing } from "./drawing";
import { framed, type Frame, smallFrame, upwards } from "./frame";
import { linearScale } from "./linear-scale";
import { methodLook } from "./method-colours";

/** A little more than the whole, so that dots at its end are not cut. */
const SHARES = [0, 1.04] as const;
const colour = methodLook("majority").colour;

/** How often votes are right by how large their majorities are; on the diagonal, a vote is as sure as it is right. */
export function surenessPlot(bins: readonly SurenessBin[], width: number): Drawing {
  const frame = { ...smallFrame(width), right: width - 12 };
  const [x, y] = [linearScale(SHARES, [frame.left, frame.right]), upwards(frame, SHARES)];
  const most = Math.max(...bins.map(({ problems }) => problems.length));
  const radiusOf = ({ problems }: SurenessBin) => 0.95 * frame.font * Math.sqrt(problems.length / most);
  const svg = Plot.plot({
    ...framed(frame),
    x: { domain: SHARES, axis: null },
    y: { domain: SHARES, axis: null },
    r: { type: "identity" },
    marks: [
      shareAxis([0, 1], "Vote is right, %", frame),
      numberAxis([0, 0.25, 0.5, 0.75, 1], "Size of the majority, % of samples", frame, 100),
      diagonal(x(1) - x(0), y(0) - y(1), frame),
      Plot.ruleX(bins, {
        x: "share",
        y1: ({ accuracy }: SurenessBin) => accuracy.low,
        y2: ({ accuracy }: SurenessBin) => accuracy.high,
        stroke: colour,
        strokeWidth: 1.5,
      }),
      Plot.dot(bins, {
        x: "share",
        y: ({ accuracy }: SurenessBin) => accuracy.value,
        r: (bin: SurenessBin) => Math.max(3, radiusOf(bin)),
        fill: colour,
        stroke: "var(--paper)",
        strokeWidth: 1.5,
      }),
    ],
  }) as SVGSVGElement;
  const readings = bins.map(({ share, accuracy, problems }) => ({
    key: String(share),
    row: 0,
    x: x(share),
    y: y(accuracy.value),
    what: `Majority of ${percent(share)}, ${count(problems.length, "problem")}`,
    value: `right ${percentWithin(accuracy)}`,
    problems: () => problems,
  }));
  return {
    svg,
    title: "Accuracy of the vote against the size of its majority",
    description: readings.map(({ what, value }) => `${what}: ${value}.`).join(" "),
    readings,
  };
}

/** With its name along it, below it, where votes that are righter than sure leave room. */
function diagonal(acrossPixels: number, upPixels: number, { font }: Frame): Plot.Markish[] {
  const angle = (-Math.atan2(upPixels, acrossPixels) * 180) / Math.PI;
  return [
    Plot.link([0], { x1: 0, y1: 0, x2: 1, y2: 1, stroke: "var(--line-strong)", strokeDasharray: "5 4" }),
    Plot.text(["as sure as it is right"], {
      x: () => 0.78,
      y: () => 0.78,
      text: (words: string) => words,
      rotate: angle,
      dx: 0.35 * font,
      dy: 0.9 * font,
      fill: "var(--ink-soft)",
    }),
  ];
}

import * as Plot from "@observablehq/plot";
import { tokensKnown } from "../metrics/accuracy-by-tokens";
import {
  type AccuracyLine,
  accuracyLines,
  type AccuracyPoint,
  accuracyReadings,
  type AccuracySeries,
  type Cost,
  costAxis,
  lineInWords,
} from "./accuracy-lines";
import { numberAxis, shareAxis, shareDomain } from "./axes";
import type { Drawing } from "./drawing";
import { endLabels, labelMarks } from "./end-labels";
import { across, framed, type Frame, upwards } from "./frame";

/** How often each method is right against what it costs, with 95 % bands; samples are the cost where tokens are not known. */
export function accuracyPlot(series: AccuracySeries, width: number): Drawing {
  const cost: Cost = tokensKnown(series.lines) ? "tokens" : "samples";
  const lines = accuracyLines(series, cost);
  const frame = frameOf(lines, width);
  const axis = costAxis(lines, cost, (frame.right - frame.left) / (2.6 * frame.font));
  const shares = shareDomain(lines.flatMap(({ points }) => points.map(({ accuracy }) => accuracy)));
  const [x, y] = [across(frame, axis.domain), upwards(frame, shares)];
  const named = lines.map(({ label, look, points }) => ({
    text: label,
    look,
    spots: points.map((point) => ({ x: x(point[cost]), y: y(point.accuracy.value) })),
  }));
  const svg = Plot.plot({
    ...framed(frame),
    x: { type: "log", domain: axis.domain, axis: null },
    y: { domain: shares, axis: null },
    marks: [
      shareAxis(shares, "Right answers, %", frame),
      numberAxis(axis.ticks, axis.label, frame),
      lines.map((line) => band(line, cost)),
      labelMarks(endLabels(named, frame), frame),
      [...lines].sort(shortLast).map((line) => lineWithPoints(line, cost, frame)),
    ],
  }) as SVGSVGElement;
  return {
    svg,
    title: `Accuracy against ${cost}`,
    description: lines.map(lineInWords).join(" "),
    readings: accuracyReadings(lines, cost, x, y),
  };
}

/** Letters grow with the picture, so that it can be read from the back of a room; names have room at the right. */
function frameOf(lines: readonly AccuracyLine[], width: number): Frame {
  const font = Math.max(13, Math.min(22, Math.round(width / 60)));
  const height = Math.round(Math.max(300, Math.min(0.52 * width, 680)));
  const names = 0.52 * font * Math.max(...lines.map(({ label }) => label.length));
  const [left, right] = [2.5 * font, width - names - 1.5 * font];
  return { width, height, font, left, right, top: 2.2 * font, bottom: height - 3.6 * font };
}

/** Where all lines begin alike, the single point of the first sample lies on top of them. */
const shortLast = (a: AccuracyLine, b: AccuracyLine) => b.points.length - a.points.length;

function band({ look, points }: AccuracyLine, cost: Cost): Plot.Markish {
  const ends = { y1: (point: AccuracyPoint) => point.accuracy.low, y2: (point: AccuracyPoint) => point.accuracy.high }; // prettier-ignore
  return points.length === 1
    ? Plot.ruleX(points, { x: cost, ...ends, stroke: look.colour, strokeWidth: 1.5 })
    : Plot.areaY(points, { x: cost, ...ends, fill: look.colour, fillOpacity: 0.08 });
}

function lineWithPoints({ look, points }: AccuracyLine, cost: Cost, { font }: Frame): Plot.Markish[] {
  const place = { x: cost, y: (point: AccuracyPoint) => point.accuracy.value };
  const width = font / 6;
  const dash = look.dash && { strokeDasharray: look.dash.map((one) => one * width).join(" ") };
  return [
    Plot.lineY(points, { ...place, stroke: look.colour, strokeWidth: width, ...dash }),
    Plot.dot(points, {
      ...place,
      symbol: look.symbol,
      r: font / 2.9,
      fill: look.colour,
      stroke: "var(--paper)",
      strokeWidth: 1.5,
    }),
  ];
}

import * as Plot from "@observablehq/plot";
import { percentWithin } from "../metrics/in-words";
import { numberAxis, shareAxis, shareDomain } from "./axes";
import type { CostAxis, Curve, CurvePoint } from "./curves";
import type { Reading } from "./drawing";
import { endLabels, labelMarks } from "./end-labels";
import { across, framed, type Frame, upwards } from "./frame";

/** Curves with a point at each cost, 95 % bands, and their names at their ends. */
export function curvesPlot(
  curves: readonly Curve[],
  axis: CostAxis,
  shareLabel: string,
  frame: Frame,
): { svg: SVGSVGElement; readings: Reading[] } {
  const shares = shareDomain(curves.flatMap(({ points }) => points.map(({ share }) => share)));
  const [x, y] = [across(frame, axis.domain), upwards(frame, shares)];
  const spotOf = (point: CurvePoint) => ({ x: x(point.x), y: y(point.share.value) });
  const named = curves.map(({ label, look, points }) => ({ text: label, look, spots: points.map(spotOf) }));
  const svg = Plot.plot({
    ...framed(frame),
    x: { type: "log", domain: axis.domain, axis: null },
    y: { domain: shares, axis: null },
    marks: [
      shareAxis(shares, shareLabel, frame),
      numberAxis(axis.ticks, axis.label, frame),
      curves.map(band),
      labelMarks(endLabels(named, frame), frame),
      [...curves].sort(shortLast).map((curve) => lineWithPoints(curve, frame)),
    ],
  }) as SVGSVGElement;
  const readings = curves.flatMap(({ id, label, points }, row) =>
    points.map((point) => ({
      key: `${id} ${point.key}`,
      row,
      ...spotOf(point),
      what: `${label}, ${point.where}`,
      value: percentWithin(point.share),
      ...(point.opens !== undefined && { opens: point.opens }),
      problems: point.problems,
    })),
  );
  return { svg, readings };
}

/** Where all curves begin alike, the single point of the first sample lies on top of them. */
const shortLast = (a: Curve, b: Curve) => b.points.length - a.points.length;

function band({ look, points }: Curve): Plot.Markish {
  const ends = { y1: ({ share }: CurvePoint) => share.low, y2: ({ share }: CurvePoint) => share.high };
  return points.length === 1
    ? Plot.ruleX(points, { x: "x", ...ends, stroke: look.colour, strokeWidth: 1.5 })
    : Plot.areaY(points, { x: "x", ...ends, fill: look.colour, fillOpacity: 0.08 });
}

function lineWithPoints({ look, points }: Curve, { font }: Frame): Plot.Markish[] {
  const place = { x: "x", y: ({ share }: CurvePoint) => share.value };
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

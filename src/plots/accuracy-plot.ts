import { tokensKnown } from "../metrics/accuracy-by-tokens";
import { accuracyAxis, accuracyCurves, type AccuracySeries, type Cost } from "./accuracy-curves";
import { curveInWords } from "./curves";
import { curvesPlot } from "./curves-plot";
import type { Drawing } from "./drawing";
import { namedFrame } from "./frame";

/** Also of what stands in its place before there is something to draw. */
export const accuracyHeight = (width: number) => Math.round(Math.max(300, Math.min(0.52 * width, 680)));

/** How often each method is right against what it costs; samples are the cost where tokens are not known. */
export function accuracyPlot(series: AccuracySeries, width: number): Drawing {
  const cost: Cost = tokensKnown(series.lines) ? "tokens" : "samples";
  const curves = accuracyCurves(series, cost);
  const frame = namedFrame({
    width,
    height: accuracyHeight(width),
    font: Math.max(13, Math.min(22, Math.round(width / 60))), // To be read from the back of a room.
    names: curves.map(({ label }) => label),
  });
  const axis = accuracyAxis(curves, cost, (frame.right - frame.left) / (2.6 * frame.font));
  return {
    ...curvesPlot(curves, axis, "Right answers, %", frame),
    title: `Accuracy against ${cost}`,
    description: curves.map(curveInWords).join(" "),
  };
}

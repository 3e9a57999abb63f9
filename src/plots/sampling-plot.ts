import { count } from "../metrics/in-words";
import type { SamplingPoint } from "../metrics/sampling-curves";
import { costDomain, type Curve, curveInWords } from "./curves";
import { curvesPlot } from "./curves-plot";
import type { Drawing } from "./drawing";
import { smallFrame } from "./frame";
import { methodLook } from "./method-colours";

/** What the oracle and the vote make of any k samples, against k. */
export function samplingPlot(points: readonly SamplingPoint[], width: number): Drawing {
  const curve = (id: string, label: string, shareOf: "pass" | "majority"): Curve => ({
    id,
    label,
    look: methodLook(id),
    points: points.map((point) => ({
      key: point.k,
      x: point.k,
      share: point[shareOf],
      where: count(point.k, "sample"),
      opens: `Some sample of ${point.k} may be right where the vote is not`,
      problems: point.failed,
    })),
  });
  const curves = [curve("oracle", "pass@k", "pass"), curve("majority", "maj@k", "majority")];
  const axis = {
    label: "Samples per problem (k)",
    domain: costDomain(curves),
    ticks: points.map(({ k }) => k),
  };
  return {
    ...curvesPlot(curves, axis, "Right answers, %", smallFrame(width, ["pass@k"])),
    title: "pass@k and maj@k against the number of samples",
    description: curves.map(curveInWords).join(" "),
  };
}

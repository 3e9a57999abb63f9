import * as Plot from "@observablehq/plot";
import { significant } from "../metrics/in-words";
import { numberAxis } from "./axes";
import type { Drawing, Reading } from "./drawing";
import { endLabels, labelMarks } from "./end-labels";
import { framed, namedFrame, upwards } from "./frame";
import { linearScale } from "./linear-scale";
import type { MethodLook } from "./method-colours";

/** A quantity along the minutes of a training. */
export interface TrainingLine {
  label: string;
  look: MethodLook;
  points: readonly { minutes: number; value: number }[];
}

/** Lines of one unit against minutes, small enough to stand on a card. */
export function trainingPlot(title: string, lines: readonly TrainingLine[], width: number): Drawing {
  const names = lines.length > 1 ? lines.map(({ label }) => label) : [];
  const frame = { ...namedFrame({ width, height: 190, font: 13, names }), left: 40, top: 26 };
  const all = lines.flatMap(({ points }) => points);
  const end = Math.max(...all.map(({ minutes }) => minutes));
  const ticks = roundTicks(0, Math.max(...all.map(({ value }) => value)), 4);
  const [low, high] = [Math.min(0, ...all.map(({ value }) => value)), ticks.at(-1)!];
  const x = linearScale([0, end], [frame.left, frame.right]);
  const y = upwards(frame, [low, high]);
  const svg = Plot.plot({
    ...framed(frame),
    x: { domain: [0, end], axis: null },
    y: { domain: [low, high], axis: null },
    marks: [
      Plot.gridY(ticks, { stroke: "var(--line)", strokeOpacity: 1 }),
      Plot.axisY(ticks, { label: null, tickSize: 0, tickFormat: significant }),
      numberAxis(
        roundTicks(0, end, 5).filter((tick) => tick <= end),
        "minutes of training",
        frame,
      ),
      ...lines.flatMap(({ look, points }) => [
        Plot.lineY(points, { x: "minutes", y: "value", stroke: look.colour, strokeWidth: 2 }),
        points.length < 20
          ? Plot.dot(points, { x: "minutes", y: "value", fill: look.colour, symbol: look.symbol, r: 3 })
          : [],
      ]),
      labelMarks(
        endLabels(
          names.map((text, at) => ({
            text,
            look: lines[at]!.look,
            spots: lines[at]!.points.map(({ minutes, value }) => ({ x: x(minutes), y: y(value) })),
          })),
          frame,
        ),
        frame,
      ),
    ],
  }) as SVGSVGElement;
  const readings = lines.flatMap(({ label, points }, row) =>
    points.map(({ minutes, value }, at): Reading => ({
      key: `${label} ${at}`,
      row,
      x: x(minutes),
      y: y(value),
      what: `${label}, after ${significant(minutes)} minutes`,
      value: significant(value),
      problems: () => [],
    })),
  );
  return { svg, readings, title, description: lines.map(lineInWords).join(" ") };
}

function lineInWords({ label, points }: TrainingLine): string {
  const [from, to] = [points[0]!, points.at(-1)!];
  return `${label}: from ${significant(from.value)} after ${significant(from.minutes)} minutes to ${significant(to.value)} after ${significant(to.minutes)}.`;
}

/** Round numbers from `low` to at or above `high`, some `count` of them. */
function roundTicks(low: number, high: number, count: number): number[] {
  const least = (high - low || 1) / count;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= least - 1e-12) ?? 10);
  const steps = Math.max(1, Math.ceil((high - low) / step - 1e-9));
  return Array.from({ length: steps + 1 }, (_, at) => Number((low + at * step).toPrecision(12)));
}

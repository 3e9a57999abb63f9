import * as Plot from "@observablehq/plot";
import type { CountBar } from "../metrics/correct-counts";
import { count, percent } from "../metrics/in-words";
import { countAxis, numberAxis } from "./axes";
import type { Drawing } from "./drawing";
import { framed, smallFrame, upwards } from "./frame";
import { linearScale } from "./linear-scale";

/** How many problems have how many right samples. */
export function countsPlot(bars: readonly CountBar[], samples: number, width: number): Drawing {
  const frame = { ...smallFrame(width), right: width - 4 };
  const total = bars.reduce((sum, { problems }) => sum + problems.length, 0);
  const most = Math.max(4, ...bars.map(({ problems }) => problems.length));
  const ends: [number, number] = [-0.5, samples + 0.5];
  const [x, y] = [linearScale(ends, [frame.left, frame.right]), upwards(frame, [0, most])];
  const svg = Plot.plot({
    ...framed(frame),
    x: { domain: ends, axis: null },
    y: { domain: [0, most], axis: null },
    marks: [
      countAxis(most, "Problems", frame),
      Plot.rect(bars, {
        x1: ({ from }: CountBar) => from - 0.5,
        x2: ({ to }: CountBar) => to + 0.5,
        y1: () => 0,
        y2: ({ problems }: CountBar) => problems.length,
        insetLeft: bars.length > 33 ? 0.5 : 1.5,
        insetRight: bars.length > 33 ? 0.5 : 1.5,
        fill: "var(--line-strong)",
      }),
      numberAxis(quarters(samples), `Right samples of ${samples}`, frame),
    ],
  }) as SVGSVGElement;
  const readings = bars.map(({ from, to, problems }) => ({
    key: String(from),
    row: 0,
    x: (x(from - 0.5) + x(to + 0.5)) / 2,
    y: y(problems.length / 2),
    size: { width: x(to + 0.5) - x(from - 0.5), height: Math.max(10, y(0) - y(problems.length)) },
    what: `${from === to ? from : `${from} to ${to}`} of ${samples} samples right`,
    value: `${count(problems.length, "problem")}, ${percent(problems.length / total)}`,
    problems: () => problems,
  }));
  return {
    svg,
    title: `Problems by the number of right samples of ${samples}`,
    description: inWords(bars, samples, total),
    readings,
  };
}

/** None, all and what lies between, in as even steps as there are. */
function quarters(samples: number): number[] {
  const step = Math.max(1, Math.ceil(samples / 4));
  const ticks = Array.from({ length: Math.ceil(samples / step) }, (_, i) => i * step);
  return [...ticks.filter((tick) => samples - tick > step / 2), samples];
}

function inWords(bars: readonly CountBar[], samples: number, total: number): string {
  const [none, all] = [bars[0]!.problems.length, bars.at(-1)!.problems.length];
  return (
    `Of ${count(total, "problem")}, ${none} have no right sample, ${all} have ${samples} right ones of ${samples}, ` +
    `and ${total - none - all} lie between.`
  );
}

import * as Plot from "@observablehq/plot";
import type { Drawing } from "./drawing";
import { binAxis, entryAxis, thresholdMark } from "./entry-axes";
import { framed, smallFrame, upwards } from "./frame";
import { linearScale } from "./linear-scale";

/** How many entries are in `from` up to twice as many texts; in none, in the bin from 0. */
export interface EntryBin {
  from: number;
  before: number;
  after: number;
}

const SIDES = [
  { key: "before", words: "before", from: 0.08, to: 0.48, fill: "var(--line)", stroke: "var(--line-strong)" },
  { key: "after", words: "kept", from: 0.52, to: 0.92, fill: "var(--cluster-0)", stroke: "var(--cluster-0)" },
] as const;

/** How many entries are in how many texts, before and after, both by powers: what is rare and what is common are far apart. */
export function entryCountsPlot(
  bins: readonly EntryBin[],
  { language, threshold, width }: { language: string; threshold: number | null; width: number },
): Drawing {
  const frame = { ...smallFrame(width), right: width - 4 };
  const most = Math.log1p(Math.max(10, ...bins.flatMap(({ before, after }) => [before, after])));
  const ends: [number, number] = [0, bins.length];
  const [x, y] = [linearScale(ends, [frame.left, frame.right]), upwards(frame, [0, most])];
  const svg = Plot.plot({
    ...framed(frame),
    x: { domain: ends, axis: null },
    y: { domain: [0, most], axis: null },
    marks: [
      entryAxis(most, frame),
      SIDES.map(({ key, from, to, fill, stroke }) =>
        Plot.rect(bins, {
          x1: (_, i: number) => i + from,
          x2: (_, i: number) => i + to,
          y1: () => 0,
          y2: (bin: EntryBin) => Math.log1p(bin[key]),
          ...{ fill, stroke, strokeWidth: 0.75 },
        }),
      ),
      thresholdMark(threshold, bins.length, frame),
      binAxis(bins, frame),
    ],
  }) as SVGSVGElement;
  const readings = SIDES.flatMap(({ key, words, from, to }, row) =>
    bins.map((bin, i) => {
      const top = y(Math.log1p(bin[key]));
      return {
        ...{ key: `${key} ${bin.from}`, row, x: x(i + (from + to) / 2), y: (y(0) + top) / 2 },
        size: { width: x(to) - x(from), height: Math.max(10, y(0) - top) },
        what: `${words}: in ${rangeWords(bin.from)}`,
        value: bin[key] === 1 ? "1 entry" : `${bin[key].toLocaleString("en")} entries`,
        problems: () => [],
      };
    }),
  );
  return {
    ...{ svg, readings, title: `${language}: entries by the number of texts that they are in` },
    description: inWords(bins, threshold),
  };
}

function rangeWords(from: number): string {
  if (from === 0) return "no text";
  return from === 1
    ? "1 text"
    : `${from.toLocaleString("en")} to ${(2 * from - 1).toLocaleString("en")} texts`;
}

function inWords(bins: readonly EntryBin[], threshold: number | null): string {
  const said = bins.map(
    ({ from, before, after }) => `in ${rangeWords(from)}: ${before} before, ${after} kept`,
  );
  const thinned = threshold === null ? "" : ` Entries in more than ${threshold} texts are thinned.`;
  return `Entries ${said.join("; ")}.${thinned}`;
}

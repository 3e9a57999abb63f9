import * as Plot from "@observablehq/plot";
import type { Fate } from "../metrics/vote-fates";
import type { Drawing } from "./drawing";
import { type FatePart, fateParts } from "./fate-parts";
import { framed } from "./frame";
import { linearScale } from "./linear-scale";

/** Where a part stands in words: what it is, and beside it, or below where that is too narrow, how many. */
interface Line {
  what: { x: number; y: number };
  howMany: { x: number; y: number; textAnchor: "start" | "end" };
}

/** All problems as one bar, by what became of the vote, and below it each part in words. */
export function fatesPlot(fates: Readonly<Record<Fate, readonly number[]>>, width: number): Drawing {
  const font = width < 500 ? 13 : width < 900 ? 15 : 18;
  const isNarrow = width < 29 * font;
  const [bar, step] = [3 * font, (isNarrow ? 3.2 : 2) * font];
  const parts = fateParts(fates);
  const height = bar + (parts.length + 0.5) * step;
  const x = linearScale([0, parts.at(-1)!.end], [0, width]);
  const lineOf = (row: number): Line => {
    const what = { x: 1.6 * font, y: bar + row * step + 2 * font };
    const below = { x: what.x, y: what.y + 1.25 * font, textAnchor: "start" } as const;
    return { what, howMany: isNarrow ? below : { x: 29 * font, y: what.y, textAnchor: "end" } };
  };
  const svg = Plot.plot({
    ...framed({ width, height, font, left: 0, right: width, top: 0, bottom: height }),
    x: { domain: x.domain, axis: null },
    y: { type: "identity", axis: null },
    marks: parts.map((part, row) => [
      Plot.rect([part], { x1: "start", x2: "end", y1: 0, y2: bar, insetRight: 1.5, ...part.colour }),
      inWords(part, lineOf(row), font),
    ]),
  }) as SVGSVGElement;
  const readings = parts.map(({ fate, problems, start, end, what, howMany }) => ({
    key: fate,
    row: 0,
    x: (x(start) + x(end)) / 2,
    y: bar / 2,
    size: { width: Math.max(4, x(end) - x(start)), height: bar },
    what,
    value: howMany,
    problems: () => problems,
  }));
  const description = parts.map(({ what, howMany }) => `${what}: ${howMany}.`).join(" ");
  return { svg, title: "Where the vote fails", description, readings };
}

function inWords({ what, howMany, colour }: FatePart, line: Line, font: number): Plot.Markish[] {
  const at = ({ x, y }: { x: number; y: number }) => ({ x: { value: () => x, scale: null }, y: () => y });
  const words = { text: (one: string) => one, fill: "var(--ink)" };
  const swatch = { x: font / 2, y: line.what.y };
  return [
    Plot.dot([0], { ...at(swatch), r: font / 2.2, symbol: "square", ...colour }),
    Plot.text([what], { ...words, ...at(line.what), textAnchor: "start" }),
    Plot.text([howMany], {
      ...words,
      ...at(line.howMany),
      textAnchor: line.howMany.textAnchor,
      fontWeight: 600,
    }),
  ];
}

import * as Plot from "@observablehq/plot";
import { count, percent } from "../metrics/in-words";
import type { Drawing } from "./drawing";
import { framed, type Frame } from "./frame";
import { linearScale } from "./linear-scale";

/** What is kept of one language. */
export interface KeptBar {
  label: string;
  texts: number;
  /** Texts with an entry: only these can be kept. */
  matched: number;
  kept: number;
  /** Entries in more texts are thinned; null where none is found. */
  threshold: number | null;
}

type Row = KeptBar & { row: number };

const ROW = 23;
const PARTS = [
  { key: "texts", fill: "var(--paper)", stroke: "var(--line-strong)" },
  { key: "matched", fill: "var(--line)", stroke: "var(--line-strong)" },
  { key: "kept", fill: "var(--cluster-0)", stroke: "var(--cluster-0)" },
] as const;

/** A bar per language: all texts, those with an entry, and those that are kept, with the threshold beside. `shown` is one of them. */
export function keptPlot(bars: readonly KeptBar[], shown: number, width: number): Drawing {
  const frame = keptFrame(bars, width);
  const ends: [number, number] = [0, Math.max(1, ...bars.map(({ texts }) => texts))];
  const x = linearScale(ends, [frame.left, frame.right]);
  const y = (row: number) => frame.top + (row + 0.5) * ROW;
  const at = (row: number) => row + 0.5;
  const rows = bars.map((bar, row) => ({ ...bar, row }));
  const beside = (dx: number, anchor: "start" | "end") =>
    ({ frameAnchor: "left", textAnchor: anchor, y: ({ row }: { row: number }) => at(row), dx }) as const;
  const [keptAt, thresholdAt] = [frame.width - frame.left - 5.2 * frame.font, frame.width - frame.left];
  const svg = Plot.plot({
    ...framed(frame),
    x: { domain: ends, axis: null },
    y: { domain: [0, bars.length], range: [frame.top, frame.bottom], axis: null },
    marks: [
      PARTS.map(({ key, fill, stroke }) =>
        Plot.rect(rows, {
          x1: () => 0,
          x2: (row: KeptBar) => row[key],
          y1: ({ row }: Row) => row + 0.2,
          y2: ({ row }: Row) => row + 0.8,
          ...{ fill, stroke, strokeWidth: 0.75 },
        }),
      ),
      Plot.text(rows, { ...beside(-8, "end"), text: "label", fill: "currentColor", filter: ({ row }: Row) => row !== shown }), // prettier-ignore
      Plot.text(rows, { ...beside(-8, "end"), text: "label", fill: "var(--ink)", fontWeight: 600, filter: ({ row }: Row) => row === shown }), // prettier-ignore
      Plot.text(rows, { ...beside(keptAt, "end"), text: ({ kept }: KeptBar) => kept.toLocaleString("en"), fill: "var(--ink)" }), // prettier-ignore
      Plot.text(rows, { ...beside(thresholdAt, "end"), text: ({ threshold }: KeptBar) => threshold === null ? "–" : threshold.toLocaleString("en"), fill: "currentColor" }), // prettier-ignore
      heading("kept", keptAt, frame),
      heading("threshold", thresholdAt, frame),
    ],
  }) as SVGSVGElement;
  const readings = rows.map(({ row, ...bar }) => ({
    key: bar.label,
    row,
    ...{ x: (x(0) + x(bar.texts)) / 2, y: y(row) },
    size: { width: Math.max(12, x(bar.texts) - x(0)), height: 0.75 * ROW },
    what: `${bar.label}: ${count(bar.matched, "text")} with an entry, ${thresholdWords(bar)}`,
    value: keptWords(bar),
    problems: () => [row],
  }));
  return { svg, title: "Texts kept in each language", description: inWords(bars), readings };
}

function keptFrame(bars: readonly KeptBar[], width: number): Frame {
  const font = width < 500 ? 13 : 14;
  const longest = Math.max(...bars.map(({ label }) => label.length));
  const [top, left] = [1.8 * font, 0.5 * font * longest + 14];
  const bottom = top + ROW * bars.length;
  return { width, height: bottom + 4, font, left, right: width - 9.4 * font, top, bottom };
}

function heading(text: string, dx: number, { font }: Frame): Plot.Markish {
  return Plot.text([text], {
    ...{ frameAnchor: "top-left", textAnchor: "end", text: (one: string) => one },
    ...{ dx, dy: -1.5 * font, fill: "currentColor" },
  });
}

const keptWords = ({ kept, texts }: KeptBar) =>
  `${kept.toLocaleString("en")} of ${count(texts, "text")} kept, ${percent(kept / texts)}`;
const thresholdWords = ({ threshold }: KeptBar) =>
  threshold === null ? "none is found" : `an entry in more than ${threshold.toLocaleString("en")} is thinned`;

function inWords(bars: readonly KeptBar[]): string {
  return bars.map((bar) => `${bar.label}: ${keptWords(bar)}; ${thresholdWords(bar)}.`).join(" ");
}

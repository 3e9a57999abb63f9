import * as Plot from "@observablehq/plot";
import { type Place, PLACES } from "../metrics/both-orders";
import { count, percent } from "../metrics/in-words";
import type { Drawing, Reading } from "./drawing";
import { framed } from "./frame";
import type { NamedJudge } from "./judge-looks";

export interface JudgePlaces extends NamedJudge {
  /** Pairs by where the judge was right. */
  places: Readonly<Record<Place, readonly number[]>>;
}

/** Across: right or wrong with the better one first. Down: with the better one second. */
const CELLS: Record<Place, { column: number; row: number; words: string }> = {
  both: { column: 0, row: 0, words: "right in both orders" },
  second: { column: 1, row: 0, words: "right only with the better one second" },
  first: { column: 0, row: 1, words: "right only with the better one first" },
  neither: { column: 1, row: 1, words: "right in neither order" },
};
/** Where the order decided, the colour of what is to be looked at. */
const FILLS: Record<Place, { fill: string; fillOpacity: number }> = {
  both: { fill: "var(--cluster-0)", fillOpacity: 1 },
  first: { fill: "var(--accent)", fillOpacity: 0.75 },
  second: { fill: "var(--accent)", fillOpacity: 0.75 },
  neither: { fill: "var(--cluster-none)", fillOpacity: 0.8 },
};

interface Square extends Box {
  judge: JudgePlaces;
  place: Place;
  pairs: readonly number[];
  share: number;
}
interface Box {
  x: number;
  y: number;
  side: number;
}

/** Four squares per judge, as large as the pairs they stand for: right or wrong in one order, and in the other. */
export function bothOrdersPlot(judges: readonly JudgePlaces[], width: number): Drawing {
  const font = width < 500 ? 13 : 15;
  const head = 5.2 * font;
  const perRow = Math.max(1, Math.min(judges.length, Math.floor(width / (24 * font))));
  const cell = Math.min(11 * font, (width / perRow - head - font) / 2);
  const block = { width: head + 2 * cell + 2 * font, height: 4.4 * font + 2 * (cell + 1.6 * font) };
  const squares = judges.flatMap((judge, at) => {
    const left = (at % perRow) * block.width + head;
    const top = Math.floor(at / perRow) * block.height + 4 * font;
    return squaresOf(judge, { left, top, cell, step: cell + 1.6 * font });
  });
  const heads = judges.flatMap((judge, at) => {
    const left = (at % perRow) * block.width;
    const top = Math.floor(at / perRow) * block.height;
    return headings(judge.label, { left, top, head, cell, font });
  });
  const height = Math.ceil(judges.length / perRow) * block.height;
  const svg = Plot.plot({
    ...framed({ width, height, font, left: 0, right: width, top: 0, bottom: height }),
    x: { type: "identity", axis: null },
    y: { type: "identity", axis: null },
    marks: [
      squares.map((square) =>
        Plot.rect([square], { ...corners({ ...square, side: cell - 4 }), stroke: "var(--line)" }),
      ),
      squares.map((square) => Plot.rect([square], { ...corners(square), ...FILLS[square.place] })),
      words(squares.map(({ x, y, pairs, share }) => ({ x, y: y + cell / 2 + 0.7 * font, text: `${pairs.length} · ${percent(share)}` }))), // prettier-ignore
      words(heads.filter(({ strong }) => strong), true), // prettier-ignore
      words(heads.filter(({ strong }) => !strong)), // prettier-ignore
    ],
  }) as SVGSVGElement;
  return { svg, title: "Right and wrong verdicts in both orders", description: inWords(judges), readings: squares.map(readingOf(cell)) }; // prettier-ignore
}

function squaresOf(
  judge: JudgePlaces,
  { left, top, cell, step }: { left: number; top: number; cell: number; step: number },
): Square[] {
  const total = PLACES.reduce((sum, place) => sum + judge.places[place].length, 0);
  return PLACES.map((place) => {
    const { column, row } = CELLS[place];
    const pairs = judge.places[place];
    const share = total > 0 ? pairs.length / total : 0;
    const at = { x: left + (column + 0.5) * cell, y: top + row * step + cell / 2 };
    return { judge, place, pairs, share, ...at, side: Math.sqrt(share) * (cell - 4) };
  });
}

const corners = ({ x, y, side }: Box) => ({
  x1: () => x - side / 2,
  x2: () => x + side / 2,
  y1: () => y - side / 2,
  y2: () => y + side / 2,
});

interface Words {
  x: number;
  y: number;
  text: string;
  strong?: boolean;
}

function headings(
  label: string,
  { left, top, head, cell, font }: { left: number; top: number; head: number; cell: number; font: number },
): Words[] {
  const middle = (column: number) => left + head + (column + 0.5) * cell;
  const beside = (row: number) => top + 4 * font + row * (cell + 1.6 * font) + cell / 2;
  return [
    { x: left + head + cell, y: top + 0.8 * font, text: label, strong: true },
    { x: left + head + cell, y: top + 2.1 * font, text: "The better one first:" },
    { x: middle(0), y: top + 3.3 * font, text: "right" },
    { x: middle(1), y: top + 3.3 * font, text: "wrong" },
    { x: left + head / 2 - font / 2, y: beside(0), text: "second:\nright" },
    { x: left + head / 2 - font / 2, y: beside(1), text: "second:\nwrong" },
  ];
}

const words = (all: readonly Words[], strong = false) =>
  Plot.text(all, {
    x: "x",
    y: "y",
    text: "text",
    fill: "var(--ink)",
    ...(strong && { fontWeight: 600 }),
  });

const readingOf =
  (cell: number) =>
  ({ judge, place, pairs, share, x, y }: Square): Reading => ({
    key: `${judge.id} ${place}`,
    row: CELLS[place].row,
    ...{ x, y, size: { width: cell - 4, height: cell - 4 } },
    what: `${judge.label}, ${CELLS[place].words}`,
    value: `${count(pairs.length, "pair")}, ${percent(share)}`,
    opens: `${judge.label}: ${CELLS[place].words}`,
    problems: () => pairs,
  });

function inWords(judges: readonly JudgePlaces[]): string {
  return judges
    .map(({ label, places }) => {
      const said = PLACES.map((place) => `${CELLS[place].words}: ${count(places[place].length, "pair")}`);
      return `${label}: ${said.join(", ")}.`;
    })
    .join(" ");
}

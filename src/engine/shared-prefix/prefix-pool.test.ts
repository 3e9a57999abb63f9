import { expect, test } from "vitest";
import type { CacheShape } from "./cache-shape";
import { mergeSegments } from "./merge-segments";
import { cutPath, type Path, pathTokens, type Segment, wholeOf } from "./path";
import { HIDDEN, poolPrefixes } from "./prefix-pool";

const SHAPE: CacheShape = { layers: 2, kvHeads: 2, headDim: 3, group: 2 };

/** What stands for a token in a part, at a head and a place in the head: a number that occurs nowhere else. */
const numberOf = (token: number, part: number, head: number, at: number) =>
  token * 1000 + part * 100 + head * 10 + at;

function segment(...tokens: number[]): Segment {
  const { layers, kvHeads, headDim } = SHAPE;
  const heads = Array.from({ length: kvHeads }, (_, head) => head);
  const places = Array.from({ length: headDim }, (_, at) => at);
  const parts = Array.from({ length: 2 * layers }, (_, part) =>
    heads.flatMap((head) => tokens.flatMap((token) => places.map((at) => numberOf(token, part, head, at)))),
  );
  return { tokens, parts: parts.map((part) => Float32Array.from(part)) };
}

/** Pooled tokens in their order, read back from the keys and values; with them the keys' further numbers. */
function readBack({ parts, length, paths }: ReturnType<typeof poolPrefixes>) {
  const { kvHeads, headDim } = SHAPE;
  const tokens = Array.from({ length }, (_, at) => Math.floor(parts[1]![at * headDim]! / 1000));
  const hiding = tokens.map((): number[] => []);
  parts.forEach((part, index) => {
    const width = headDim + (index % 2 === 0 ? paths : 0);
    expect(part).toHaveLength(kvHeads * length * width);
    for (let head = 0; head < kvHeads; head++) {
      tokens.forEach((token, at) => {
        const row = [...part.subarray((head * length + at) * width, (head * length + at + 1) * width)];
        expect(row.slice(0, headDim)).toEqual([0, 1, 2].map((place) => numberOf(token, index, head, place)));
        if (index === 0 && head === 0) hiding[at] = row.slice(headDim);
        else if (index % 2 === 0) expect(row.slice(headDim)).toEqual(hiding[at]);
      });
    }
  });
  return { tokens, hiding };
}

/** What a row sees of the pool. */
function seenBy(row: number, pool: ReturnType<typeof poolPrefixes>): number[] {
  const { tokens, hiding } = readBack(pool);
  return tokens.filter((_, at) => pool.paths === 0 || hiding[at]![pool.pathOfRow[row]!] === 0);
}

const PROMPT = segment(1, 2, 3, 4);
const [LEFT, RIGHT] = [segment(5, 6), segment(7)];

test("one segment that all rows go through whole is not copied", () => {
  const pool = poolPrefixes([[wholeOf(PROMPT)], [wholeOf(PROMPT)]], SHAPE);
  expect(pool).toMatchObject({ length: 4, paths: 0, pathOfRow: [0, 0] });
  expect(pool.parts).toBe(PROMPT.parts);
});

test("a single path has nothing to hide, be it cut or of several segments", () => {
  const cut = poolPrefixes([[{ segment: PROMPT, start: 1, end: 3 }]], SHAPE);
  expect(cut).toMatchObject({ length: 2, paths: 0 });
  expect(readBack(cut).tokens).toEqual([2, 3]);
  const several = poolPrefixes([[wholeOf(PROMPT), wholeOf(RIGHT)]], SHAPE);
  expect(several.paths).toBe(0);
  expect(readBack(several).tokens).toEqual([1, 2, 3, 4, 7]);
});

test("several paths: each token stands there once, and is hidden from the rows that go elsewhere", () => {
  const [left, right] = [
    [wholeOf(PROMPT), wholeOf(LEFT)],
    [wholeOf(PROMPT), wholeOf(RIGHT)],
  ];
  const pool = poolPrefixes([left, right, [...left]], SHAPE);
  expect(pool).toMatchObject({ length: 7, paths: 2, pathOfRow: [0, 1, 0] });
  const { tokens, hiding } = readBack(pool);
  expect(tokens).toEqual([1, 2, 3, 4, 5, 6, 7]);
  const [both, first, second] = [[0, 0], [0, Math.fround(HIDDEN)], [Math.fround(HIDDEN), 0]] as const; // prettier-ignore
  expect(hiding).toEqual([both, both, both, both, first, first, second]);
});

test("a path that was cut sees no more of a segment that others go through whole", () => {
  const whole: Path = [wholeOf(PROMPT), wholeOf(LEFT)];
  const rows = [cutPath(whole, 2), whole, cutPath(whole, 5), []];
  const pool = poolPrefixes(rows, SHAPE);
  expect(pool).toMatchObject({ length: 6, paths: 4, pathOfRow: [0, 1, 2, 3] });
  rows.forEach((path, row) => expect(seenBy(row, pool)).toEqual(pathTokens(path)));
});

test("stretches that overlap in the middle of a segment are pooled once, and each row sees its own", () => {
  const rows: Path[] = [
    [{ segment: PROMPT, start: 1, end: 3 }, wholeOf(RIGHT)],
    [wholeOf(RIGHT), { segment: PROMPT, start: 2, end: 4 }],
  ];
  const pool = poolPrefixes(rows, SHAPE);
  expect(readBack(pool).tokens).toEqual([2, 3, 4, 7]);
  expect([seenBy(0, pool), seenBy(1, pool)]).toEqual([
    [2, 3, 7],
    [3, 4, 7],
  ]);
});

test("rows that all were cut alike share what is left, and the rest is not pooled", () => {
  const cut = () => cutPath([wholeOf(PROMPT)], 3);
  const pool = poolPrefixes([cut(), cut()], SHAPE);
  expect(pool).toMatchObject({ length: 3, paths: 0, pathOfRow: [0, 0] });
  expect(readBack(pool).tokens).toEqual([1, 2, 3]);
});

test("rows with nothing before them have an empty pool", () => {
  const pool = poolPrefixes([[], []], SHAPE);
  expect(pool).toMatchObject({ length: 0, paths: 0, pathOfRow: [0, 0] });
  expect(pool.parts.map(({ length }) => length)).toEqual([0, 0, 0, 0]);
});

test("segments that follow each other merge to what one reading of all their tokens makes, and one stays itself", () => {
  expect(mergeSegments([PROMPT, LEFT, RIGHT], SHAPE)).toEqual(segment(1, 2, 3, 4, 5, 6, 7));
  expect(mergeSegments([LEFT], SHAPE)).toBe(LEFT);
});

import { expect, test } from "vitest";
import type { CacheShape } from "./cache-shape";
import { RowTails } from "./row-tails";

const SHAPE: CacheShape = { layers: 2, kvHeads: 2, headDim: 3, group: 1 };
const FILLER = 999;

/** What a run returns for these new tokens of each row, as parts of [kvHeads, rows, width, headDim]; FILLER behind them. */
function fresh(tokens: readonly (readonly number[])[], width: number): Float32Array[] {
  const { layers, kvHeads, headDim } = SHAPE;
  return Array.from({ length: 2 * layers }, (_, part) => {
    const numbers: number[] = [];
    for (let head = 0; head < kvHeads; head++) {
      for (const row of tokens) {
        for (let at = 0; at < width; at++) {
          for (let place = 0; place < headDim; place++) {
            numbers.push((row[at] ?? FILLER) * 1000 + part * 100 + head * 10 + place);
          }
        }
      }
    }
    return Float32Array.from(numbers);
  });
}

function write(tails: RowTails, tokens: readonly (readonly number[])[]): void {
  const width = Math.max(...tokens.map(({ length }) => length));
  tails.write(tokens.map(({ length }) => length), width, fresh(tokens, width)); // prettier-ignore
}

/** Each row holds the keys and values of these tokens, in all layers and heads. */
function expectRows(tails: RowTails, rows: readonly (readonly number[])[]): void {
  expect(tails.lengths).toEqual(rows.map(({ length }) => length));
  rows.forEach((tokens, row) => expect(tails.copyRow(row)).toEqual(fresh([tokens], tokens.length)));
  const size = SHAPE.kvHeads * rows.length * tails.capacity * SHAPE.headDim;
  expect(tails.parts.map(({ length }) => length)).toEqual([size, size, size, size]);
  expect(tails.bytes).toBe(4 * size * 4);
}

const MANY = (first: number, count: number) => Array.from({ length: count }, (_, at) => first + at);

test("rows begin empty, and take nothing", () => {
  const tails = new RowTails(SHAPE, 3);
  expectRows(tails, [[], [], []]);
  expect(tails.bytes).toBe(0);
});

test("each row takes as many of its new positions as were its own, and what was filled up is not kept", () => {
  const tails = new RowTails(SHAPE, 3);
  write(tails, [[1], [2, 3, 4], [5, 6]]);
  expectRows(tails, [[1], [2, 3, 4], [5, 6]]);
  write(tails, [[7, 8, 9], [10], [11, 12]]);
  expectRows(tails, [[1, 7, 8, 9], [2, 3, 4, 10], [5, 6, 11, 12]]); // prettier-ignore
});

test("what is filled up does not spill from a row that is full into the next one", () => {
  const tails = new RowTails(SHAPE, 2);
  write(tails, [MANY(1, 5), [50]]);
  const rest = MANY(100, tails.capacity - 6);
  write(tails, [rest, [51]]);
  const before = tails.parts;
  write(tails, [[7], [52, 53, 54]]);
  expect(tails.parts).toBe(before);
  expectRows(tails, [
    [...MANY(1, 5), ...rest, 7],
    [50, 51, 52, 53, 54],
  ]);
});

test("growth keeps what was written, and comes with room for the steps after it", () => {
  const tails = new RowTails(SHAPE, 2);
  const rows = [MANY(1, 1), MANY(100, 3)];
  write(tails, rows);
  let grown = 0;
  for (let step = 0; step < 200; step++) {
    const before = tails.parts;
    write(tails, [[300 + step], [600 + step]]);
    rows[0]!.push(300 + step);
    rows[1]!.push(600 + step);
    if (tails.parts !== before) grown++;
  }
  expectRows(tails, rows);
  expect(grown).toBeLessThanOrEqual(200 / 8);
  expect(tails.capacity).toBeLessThan(203 + 203 / 32 + 8);
});

test("a row that was shortened is written on from where it ends", () => {
  const tails = new RowTails(SHAPE, 2);
  write(tails, [[1, 2, 3], [4, 5, 6]]); // prettier-ignore
  tails.lengths[0] = 1;
  write(tails, [[7], [8]]);
  expectRows(tails, [[1, 7], [4, 5, 6, 8]]); // prettier-ignore
});

test("rows are kept in the order asked for, forked where they come twice, and new where it is −1", () => {
  const tails = new RowTails(SHAPE, 3);
  write(tails, [[1], [2, 3, 4], [5, 6]]);
  tails.keep([2, -1, 0, 2]);
  expectRows(tails, [[5, 6], [], [1], [5, 6]]);
  write(tails, [[7], [8, 9], [10], [11]]);
  expectRows(tails, [[5, 6, 7], [8, 9], [1, 10], [5, 6, 11]]); // prettier-ignore
});

test("dropping the longest row gives its room back, and dropping all gives back all", () => {
  const tails = new RowTails(SHAPE, 2);
  write(tails, [MANY(1, 500), MANY(600, 4)]);
  tails.keep([1]);
  expectRows(tails, [MANY(600, 4)]);
  expect(tails.capacity).toBeLessThanOrEqual(4 + 8);
  tails.keep([-1]);
  expectRows(tails, [[]]);
  expect(tails.bytes).toBe(0);
});

test("a copied row is a copy: what is written later does not show in it", () => {
  const tails = new RowTails(SHAPE, 2);
  write(tails, [[1, 2], [3]]);
  const copy = tails.copyRow(0);
  tails.lengths[0] = 1;
  write(tails, [[9], [4]]);
  expect(copy).toEqual(fresh([[1, 2]], 2));
});

import { expect, test } from "vitest";
import type { Reading } from "../../plots/drawing";
import { atSamePlace, nearest, walk } from "./walk";

const reading = (row: number, x: number, y: number, size?: Reading["size"]): Reading => ({
  key: `${row} ${x}`,
  row,
  x,
  y,
  ...(size && { size }),
  what: "",
  value: "",
  problems: () => [],
});
const [a, b, c, d, e] = [
  reading(0, 10, 0),
  reading(0, 50, 0),
  reading(1, 12, 9),
  reading(1, 40, 9),
  reading(1, 90, 9),
];
const readings = [a, b, c, d, e];

test("left and right walk along a line, and stop at its ends", () => {
  expect(walk(readings, c, "ArrowRight")).toBe(d);
  expect(walk(readings, d, "ArrowLeft")).toBe(c);
  expect([walk(readings, b, "ArrowRight"), walk(readings, a, "ArrowLeft")]).toEqual([undefined, undefined]);
  expect([walk(readings, d, "Home"), walk(readings, d, "End")]).toEqual([c, e]);
});

test("up and down walk to what is nearest on the line before and after", () => {
  expect(walk(readings, b, "ArrowDown")).toBe(d);
  expect(walk(readings, e, "ArrowUp")).toBe(b);
  expect([walk(readings, a, "ArrowUp"), walk(readings, e, "ArrowDown")]).toEqual([undefined, undefined]);
});

test("one points at the nearest value within reach", () => {
  expect(nearest(readings, { x: 14, y: 8 }, 20)).toBe(c);
  expect(nearest(readings, { x: 70, y: 60 }, 20)).toBeUndefined();
});

test("one points at a bar anywhere on it", () => {
  const bars = [
    reading(0, 10, 50, { width: 20, height: 100 }),
    reading(0, 30, 90, { width: 20, height: 20 }),
  ];
  expect(nearest(bars, { x: 19, y: 4 }, 0)).toBe(bars[0]);
  expect(nearest(bars, { x: 21, y: 95 }, 0)).toBe(bars[1]);
});

test("points within a few pixels of each other are at the same place, whichever comes first; bars are not", () => {
  const [first, same, near, bar] = [
    { ...reading(0, 10, 5), key: "first" },
    { ...reading(1, 10, 5), key: "same" },
    { ...reading(2, 13, 5), key: "near" },
    { ...reading(3, 10, 5, { width: 4, height: 9 }), key: "bar" },
  ];
  const all = [first, same, near, bar];
  expect(atSamePlace(all, same, 2)).toEqual([same, first]);
  expect(atSamePlace(all, first, 4)).toEqual([first, same, near]);
  expect(atSamePlace(all, bar, 4)).toEqual([bar]);
});

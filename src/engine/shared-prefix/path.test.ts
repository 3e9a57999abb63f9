import { expect, test } from "vitest";
import { cutPath, type Path, pathLength, pathTokens, type Segment, wholeOf } from "./path";

const segment = (...tokens: number[]): Segment => ({ tokens, parts: [] });
const [FIRST, SECOND] = [segment(1, 2, 3), segment(4, 5, 6, 7)];
const PATH: Path = [wholeOf(FIRST), { segment: SECOND, start: 1, end: 4 }];

test("a path's tokens are those of its stretches, and not of the whole segments", () => {
  expect(pathTokens(PATH)).toEqual([1, 2, 3, 5, 6, 7]);
  expect(pathLength(PATH)).toBe(6);
  expect([pathTokens([]), pathLength([])]).toEqual([[], 0]);
});

test.each([0, 1, 2, 3, 4, 5, 6, 7])(
  "cut to %i, a path keeps its first tokens and no more stretches",
  (length) => {
    const cut = cutPath(PATH, length);
    expect(pathTokens(cut)).toEqual([1, 2, 3, 5, 6, 7].slice(0, length));
    expect(cut).toHaveLength(length === 0 ? 0 : length <= 3 ? 1 : 2);
  },
);

test("a cut goes through the segments there are, and the path that was cut stays", () => {
  expect(cutPath(PATH, 4)).toEqual([
    { segment: FIRST, start: 0, end: 3 },
    { segment: SECOND, start: 1, end: 2 },
  ]);
  expect(cutPath(PATH, 4)[1]!.segment).toBe(SECOND);
  expect(pathTokens(PATH)).toHaveLength(6);
});

import { expect, test } from "vitest";
import { chiSquare } from "../../../tests/chi-square";
import { nextAtLeast, randomBits, streamKey } from "./random-bits";

test("the same seed, sample, step and token give the same bits", () => {
  // Pinned: a change here changes every stored run's replay.
  expect(randomBits(streamKey(1, 2, 3), 4)).toBe(randomBits(streamKey(1, 2, 3), 4));
  expect([0, 1, 2].map((token) => randomBits(streamKey(42, 0, 0), token))).toMatchInlineSnapshot(`
    [
      2912508063,
      1464872010,
      472325261,
    ]
  `);
});

test("changing any one of them changes the bits", () => {
  const seen = new Set<number>();
  for (let seed = 0; seed < 8; seed++)
    for (let sample = 0; sample < 8; sample++)
      for (let step = 0; step < 8; step++)
        for (let token = 0; token < 8; token++) seen.add(randomBits(streamKey(seed, sample, step), token));
  expect(seen.size).toBeGreaterThan(4096 - 10); // Two of 4,096 draws from 2³² coincide once in 500 such tests.
});

test("seeds up to 2³² − 1 are told apart", () => {
  expect(streamKey(2 ** 32 - 1, 0, 0)).not.toEqual(streamKey(2 ** 31 - 1, 0, 0));
  expect(streamKey(2 ** 32 - 1, 0, 0)).not.toEqual(streamKey(0, 0, 0));
});

test.each([
  ["seed", (i: number) => randomBits(streamKey(i, 0, 0), 0)],
  ["sample", (i: number) => randomBits(streamKey(1, i, 0), 0)],
  ["step", (i: number) => randomBits(streamKey(1, 0, i), 0)],
  ["token", (i: number) => randomBits(streamKey(1, 0, 0), i)],
])("the high bits are uniform along the %s", (_, bitsAt) => {
  const counts = new Array<number>(64).fill(0);
  for (let i = 0; i < 16_384; i++) counts[bitsAt(i) >>> 26]!++;
  expect(chiSquare(counts, new Array<number>(64).fill(1 / 64)).p).toBeGreaterThan(0.001);
});

test("pairs of neighbours along the sample are uniform too", () => {
  const counts = new Array<number>(64).fill(0);
  const high = (sample: number) => randomBits(streamKey(7, sample, 0), 0) >>> 29;
  for (let i = 0; i < 16_384; i++) counts[8 * high(2 * i) + high(2 * i + 1)]!++;
  expect(chiSquare(counts, new Array<number>(64).fill(1 / 64)).p).toBeGreaterThan(0.001);
});

test("the next token whose bits are high enough is found as if each were asked for", () => {
  for (let step = 0; step < 50; step++) {
    const key = streamKey(4_294_967_295, 3, step);
    for (const from of [0, 1, 97])
      for (const least of [0, 2 ** 22, 2 ** 23 - 2 ** 17]) {
        let expected = from;
        while (expected < 200 && randomBits(key, expected) >>> 9 < least) expected++;
        expect(nextAtLeast(...key, from, 200, least)).toBe(expected);
      }
  }
});

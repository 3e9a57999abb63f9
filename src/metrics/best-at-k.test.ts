import { expect, test } from "vitest";
import { subsets } from "../../tests/subsets";
import { bestAtK, type Scored } from "./best-at-k";

const scored = (...pairs: [number, 0 | 1][]): Scored[] =>
  pairs.map(([score, right]) => ({ score, correct: right === 1 }));

/** Lists every subset, takes its best, a tie as a fair draw between samples, and averages. */
function byListing(samples: readonly Scored[], k: number): number {
  const values = subsets(samples.length, k).map((subset) => {
    const best = Math.max(...subset.map((i) => samples[i]!.score));
    const tied = subset.filter((i) => samples[i]!.score === best);
    return tied.filter((i) => samples[i]!.correct).length / tied.length;
  });
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

test.each([
  ["no ties", scored([0.9, 1], [0.1, 0], [-3, 1], [0.5, 0], [7, 0], [0.2, 1])],
  ["ties", scored([1, 1], [1, 0], [0, 1], [0, 0], [0, 0], [-2, 1], [1, 0], [5, 1])],
  ["one score", scored([2, 1], [2, 0], [2, 0], [2, 1], [2, 1])],
])("with %s, best@k equals the best of every subset", (_, samples) => {
  for (let k = 1; k <= samples.length; k++)
    expect(bestAtK(samples, k)).toBeCloseTo(byListing(samples, k), 12);
});

test("by hand: of three samples the best is wrong, the second right; of two drawn the second leads one time in three", () => {
  expect(bestAtK(scored([3, 0], [2, 1], [1, 0]), 2)).toBeCloseTo(1 / 3, 15);
});

test("best@n is the best itself, a tie for it the share of right samples", () => {
  expect(bestAtK(scored([3, 1], [2, 0], [1, 0]), 3)).toBe(1);
  expect(bestAtK(scored([3, 1], [3, 0], [3, 1], [1, 0]), 4)).toBeCloseTo(2 / 3, 15);
});

test("a thousand samples cost nothing and lose nothing", () => {
  const samples = Array.from({ length: 1000 }, (_, i) => ({ score: i, correct: i % 2 === 0 }));
  expect(bestAtK(samples, 1)).toBeCloseTo(0.5, 12);
  expect(bestAtK(samples, 1000)).toBe(0); // The best, 999, is wrong.
});

test("NaN is no score, and more than there are cannot be drawn", () => {
  expect(() => bestAtK(scored([NaN, 1]), 1)).toThrow(/NaN is no score/);
  expect(() => bestAtK(scored([1, 1]), 2)).toThrow(/best@2 needs at least 2 samples; there are 1/);
});

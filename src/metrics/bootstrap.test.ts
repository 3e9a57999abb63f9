import { expect, test } from "vitest";
import { seededRandom } from "../lab/random";
import { bootstrapDifference, bootstrapMean } from "./bootstrap";
import { quantile } from "./quantile";

const A = [1, 1, 0.5, 0, 1, 1, 0, 1, 0.5, 1, 0, 1, 1, 1, 0, 1, 0, 0, 1, 1];
const B = [1, 0, 0.5, 0, 1, 0, 0, 1, 1, 1, 0, 0, 1, 1, 0, 1, 0.5, 0, 1, 0];

// scipy 1.17.1: scipy.stats.bootstrap(…, paired=True, method="percentile", n_resamples=200_000), the same for three seeds.
test("a mean and a paired difference have the intervals that scipy gives them", () => {
  expect(bootstrapMean(A, seededRandom(1))).toEqual({ value: 0.65, low: 0.45, high: 0.85 });
  const difference = bootstrapDifference(A, B, seededRandom(1));
  expect(difference.value).toBeCloseTo(0.15, 12);
  expect(difference.low).toBeCloseTo(-0.025, 12);
  expect(difference.high).toBeCloseTo(0.35, 12);
});

test("few resamples come near the interval of all of them", () => {
  const values = [0, 0.5, 1, 1]; // 256 resamples; their 2.5 % and 97.5 % quantiles are 0.25 and 1.
  expect(bootstrapMean(values, seededRandom(3), 4000)).toEqual({ value: 0.625, low: 0.25, high: 1 });
});

test("equal methods differ by nothing, however hard the problems are", () => {
  expect(bootstrapDifference(A, A, seededRandom(1))).toEqual({ value: 0, low: 0, high: 0 });
});

test("the same seed gives the same interval, another one nearly", () => {
  const values = Array.from({ length: 300 }, (_, i) => (i % 7) / 7);
  const one = bootstrapMean(values, seededRandom(1));
  const other = bootstrapMean(values, seededRandom(2));
  expect(bootstrapMean(values, seededRandom(1))).toEqual(one);
  expect(other.low).toBeCloseTo(one.low, 2);
  expect(other.high).toBeCloseTo(one.high, 2);
});

test("scores that are not of the same problems are refused; nothing is known of none", () => {
  expect(() => bootstrapDifference([1], [1, 0], seededRandom(1))).toThrow(/1 scores cannot be paired with 2/);
  expect(bootstrapMean([], seededRandom(1))).toEqual({ value: NaN, low: NaN, high: NaN });
});

test("a quantile between two values is interpolated as numpy does by default", () => {
  expect(quantile([1, 2, 3, 4], 0.025)).toBeCloseTo(1.075, 12); // numpy.percentile([1, 2, 3, 4], 2.5)
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
  expect(quantile([7], 0.975)).toBe(7);
});

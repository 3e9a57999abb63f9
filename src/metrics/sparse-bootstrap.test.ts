import { expect, test } from "vitest";
import { seededRandom } from "../lab/random";
import { bootstrapMean } from "./bootstrap";
import { sparseBootstrap } from "./sparse-bootstrap";

const differences = (n: number, plus: number, minus: number, ties = 0) =>
  Array.from({ length: n }, (_, i) =>
    i < plus ? 1 : i < plus + minus ? -1 : i < plus + minus + ties ? 0.5 : 0,
  );

test.each([
  [300, 60, 20, 10],
  [40, 3, 9, 0],
  [1000, 400, 500, 100],
  [5000, 90, 40, 5],
  [2000, 700, 500, 100],
  [60_000, 1100, 0, 0],
])("of %i problems the interval is the one of drawing them one by one", (n, plus, minus, ties) => {
  const values = differences(n, plus, minus, ties);
  const sparse = sparseBootstrap(values, seededRandom(1), 10_000);
  const whole = bootstrapMean(values, seededRandom(2), 4000);
  const slack = 0.05 * (whole.high - whole.low) + 1 / n; // Means are steps of 1/n apart.
  expect(sparse.value).toBeCloseTo(whole.value, 12);
  expect(Math.abs(sparse.low - whole.low)).toBeLessThan(slack);
  expect(Math.abs(sparse.high - whole.high)).toBeLessThan(slack);
});

test("without a difference there is none, and its interval has no width", () => {
  expect(sparseBootstrap([0, 0, 0], seededRandom(1), 100)).toEqual({ value: 0, low: 0, high: 0 });
  expect(sparseBootstrap([1, 1], seededRandom(1), 100)).toEqual({ value: 1, low: 1, high: 1 });
});

test("a chance of nothing that is too small for a number does no harm", () => {
  const { low, high } = sparseBootstrap(differences(3000, 2900, 50), seededRandom(1), 2000);
  expect(low).toBeGreaterThan(0.93);
  expect(high).toBeLessThan(0.97);
});

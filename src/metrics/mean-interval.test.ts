import { expect, test } from "vitest";
import { meanInterval } from "./mean-interval";

test("the interval is the mean ± 1.96 standard errors", () => {
  const { value, low, high } = meanInterval([1, 2, 3, 4]);
  expect(value).toBe(2.5);
  expect(high - value).toBeCloseTo(1.96 * Math.sqrt(5 / 3 / 4), 3);
  expect(value - low).toBeCloseTo(high - value, 12);
});

test("one value says nothing of its spread", () => {
  expect(meanInterval([0.5])).toEqual({ value: 0.5, low: -Infinity, high: Infinity });
});

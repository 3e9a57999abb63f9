import { expect, test } from "vitest";
import { decadeTicks, logScale, logSteps } from "./log-scale";

test("equal ratios are equal lengths", () => {
  const x = logScale([1, 64], [0, 300]);
  expect([1, 4, 16, 64].map(x).map(Math.round)).toEqual([0, 100, 200, 300]);
});

test("ticks are 1, 2, 5 and so on, or powers of ten where those are many", () => {
  expect(decadeTicks([80, 1500])).toEqual([100, 200, 500, 1000]);
  expect(decadeTicks([1, 1e6])).toEqual([1, 10, 100, 1000, 10_000, 100_000, 1_000_000]);
});

test("steps go from one end to the other", () => {
  expect(logSteps([1, 16], 5).map(Math.round)).toEqual([1, 2, 4, 8, 16]);
});

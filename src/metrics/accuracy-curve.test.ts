import { expect, test } from "vitest";
import { accuracyCurve } from "./accuracy-curve";

test("tokens grow with the samples, and accuracy is the mean over the problems", () => {
  const problems = [
    { majorityAt: [0.5, 1], tokens: 30 },
    { majorityAt: [0, 0.5], tokens: 50 },
  ];
  const curve = accuracyCurve([1, 4], problems);
  expect(curve.map(({ samples, tokens, accuracy }) => [samples, tokens, accuracy.value])).toEqual([
    [1, 40, 0.25],
    [4, 160, 0.75],
  ]);
});

test("more problems tell more exactly", () => {
  const problem = { majorityAt: [0.6], tokens: 40 };
  const width = (count: number) => {
    const { low, high } = accuracyCurve([1], new Array<typeof problem>(count).fill(problem))[0]!.accuracy;
    return high - low;
  };
  expect(width(20) / width(500)).toBeGreaterThan(4);
  expect(width(1)).toBeLessThan(1);
});

import { expect, test } from "vitest";
import { accuracyCurve, bandOf } from "./accuracy-curve";

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

test("a hundredth of the problems has a band ten times as wide, within 0 and 1", () => {
  const estimate = { value: 0.6, low: 0.57, high: 0.63 };
  expect(bandOf(estimate, 500, 5)).toEqual({ value: 0.6, low: expect.closeTo(0.3) as number, high: expect.closeTo(0.9) as number }); // prettier-ignore
  expect(bandOf(estimate, 500, 500)).toEqual(estimate);
  expect(bandOf(estimate, 500, 1)).toEqual({ value: 0.6, low: 0, high: 1 });
});

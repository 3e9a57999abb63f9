import { expect, test } from "vitest";
import { wilson } from "./wilson";

test("the interval is Wilson's: 15 of 148 gives 0.0624 to 0.1605 (Newcombe 1998, table I)", () => {
  const { value, low, high } = wilson(15, 148);
  expect(value).toBeCloseTo(0.1014, 4);
  expect(low).toBeCloseTo(0.0624, 4);
  expect(high).toBeCloseTo(0.1605, 4);
});

// scipy 1.17.1: binomtest(x, n).proportion_ci(method="wilson"), the score interval of Brown, Cai and DasGupta (2001, section 3.1.1).
test.each([
  [2, 10, 0.056682151454375274, 0.5098375284633583],
  [10, 40, 0.14187118639096302, 0.40193961420768026],
])("%i of %i has the interval that scipy gives it", (successes, n, low, high) => {
  expect(wilson(successes, n).low).toBeCloseTo(low, 12);
  expect(wilson(successes, n).high).toBeCloseTo(high, 12);
});

test("none and all of few trials still leave doubt, within 0 and 1", () => {
  expect(wilson(0, 20)).toMatchObject({ low: 0, value: 0 });
  expect(wilson(0, 20).high).toBeCloseTo(0.1611, 4); // Newcombe 1998, table I
  expect(wilson(20, 20)).toMatchObject({ high: 1, value: 1 });
});

test("the interval's ends are the shares from which the estimate is 1.96 standard errors away", () => {
  for (const end of [wilson(30, 100).low, wilson(30, 100).high]) {
    expect(Math.abs(0.3 - end) / Math.sqrt((end * (1 - end)) / 100)).toBeCloseTo(1.96, 4);
  }
});

test("nothing is known of no trials", () => expect(wilson(0, 0)).toEqual({ value: NaN, low: 0, high: 1 }));

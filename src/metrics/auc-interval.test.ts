import { expect, test } from "vitest";
import { aucWithin } from "./auc-interval";

test("the interval is that of Hanley and McNeil: 0.893 over 58 and 51 has a standard error near 0.032", () => {
  const { low, high } = aucWithin(0.893, 51, 58);
  expect((high - low) / 2 / 1.96).toBeCloseTo(0.032, 2);
});

test("it stays within 0 to 1, and is all of it where there is nothing", () => {
  expect(aucWithin(0.99, 5, 5).high).toBe(1);
  expect(aucWithin(NaN, 0, 5)).toMatchObject({ low: 0, high: 1 });
});

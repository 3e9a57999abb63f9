import { expect, test } from "vitest";
import { logStops, nearestStop } from "./log-stops";

test("a slider stops at round numbers, ten to a decade, and ends where there is no more to thin", () => {
  expect(logStops(30)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30]);
  expect(logStops(283).slice(-5)).toEqual([120, 150, 200, 250, 300]);
  expect(logStops(170_000).at(-1)).toBe(200_000);
});

test("a number between two stops belongs to the nearer by ratio", () => {
  const stops = logStops(1000);
  for (const [value, stop] of [
    [1, 1],
    [13, 12],
    [37, 40],
    [1e6, 1000],
  ] as const)
    expect(stops[nearestStop(stops, value)]).toBe(stop);
});

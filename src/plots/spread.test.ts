import { expect, test } from "vitest";
import { spread } from "./spread";

test("labels with room between them stay where they are wanted", () => {
  expect(spread([80, 10, 40], 20, 0, 100)).toEqual([80, 10, 40]);
});

test("labels too near move apart by the same way, and keep their order", () => {
  expect(spread([50, 44], 20, 0, 100)).toEqual([57, 37]);
  expect(spread([50, 50, 50], 20, 0, 100)).toEqual([30, 50, 70]);
});

test("none leaves the frame", () => {
  expect(spread([2, 3], 20, 0, 100)).toEqual([0, 20]);
  expect(spread([99, 98], 20, 0, 100)).toEqual([100, 80]);
});

import { expect, test } from "vitest";
import { byFate } from "./fate-words";
import { pilePlaces } from "./pile-places";

test("in their order, squares fill rows from the left", () => {
  const { places, rows } = pilePlaces([0, 1, 0], 2, false);
  expect(places[2]).toEqual({ column: 0, row: 1 });
  expect(rows).toBe(2);
});

test("gathered, each pile begins in a row of its own, below its name and the piles before it", () => {
  const { places, names, rows } = pilePlaces([0, 1, 0, 0], 2, true);
  const [first, second] = names as [number, number];
  expect(places.map(({ column }) => column)).toEqual([0, 0, 1, 0]);
  expect(places[3]!.row).toBe(places[0]!.row + 1);
  expect(places[0]!.row).toBeGreaterThan(first);
  expect(places[1]!.row).toBeGreaterThan(second);
  expect(second).toBeGreaterThan(places[3]!.row);
  expect(rows).toBeGreaterThan(places[1]!.row + 1);
});

test("problems are sorted from right votes to hopeless ones, and a fate that none has is left out", () => {
  const sorted = byFate([{ fate: "hopeless" }, { fate: "right" }, { fate: "hopeless" }] as const);
  expect(sorted.map(({ fate, problems }) => [fate, problems.length])).toEqual([
    ["right", 1],
    ["hopeless", 2],
  ]);
});

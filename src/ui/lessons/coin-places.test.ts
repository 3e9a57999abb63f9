import { expect, test } from "vitest";
import { coinPlaces } from "./coin-places";

test("coins stand in rows of eight in the order they came, with places for those to come", () => {
  const { places, rows } = coinPlaces([0, 1], [1, 1], 10, false);
  expect(places).toHaveLength(10);
  expect(places[9]).toEqual({ column: 1, row: 1 });
  expect(rows).toBe(2);
});

test("gathered, each answer has a row, filled from the left", () => {
  const { places, rows, columns } = coinPlaces([1, 0, 0], [2, 1], 16, true);
  expect(places).toEqual([
    { column: 0, row: 1 },
    { column: 0, row: 0 },
    { column: 1, row: 0 },
  ]);
  expect([rows, columns]).toEqual([2, 8]);
});

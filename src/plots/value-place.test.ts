import { expect, test } from "vitest";
import { spotsAlong, valuePlace } from "./value-place";

const point = { x: 100, y: 100 };

test("a value stands below its point where nothing is drawn", () => {
  expect(valuePlace(point, "1,234", [], 500)).toEqual({ dx: 0, dy: 21, anchor: "middle" });
});

test("beside a vertical line, and on the other side of a second one", () => {
  const whisker = spotsAlong([
    { x: 100, y: 80 },
    { x: 100, y: 130 },
  ]);
  expect(valuePlace(point, "1,234", whisker, 500).anchor).toBe("start");
  const other = whisker.map(({ y }) => ({ x: 125, y }));
  expect(valuePlace(point, "1,234", [...whisker, ...other], 500).anchor).toBe("end");
});

test("never beyond the edges", () => {
  expect(valuePlace(point, "1,234", [], 500, 95)).toMatchObject({ anchor: "start" });
  expect(valuePlace(point, "1,234", [], 105)).toMatchObject({ anchor: "end" });
});

test("spots are no farther apart than four pixels, both ends included", () => {
  const spots = spotsAlong([
    { x: 0, y: 0 },
    { x: 10, y: 0 },
  ]);
  expect(spots.map(({ x }) => x)).toEqual([0, 10 / 3, 20 / 3, 10]);
});

import { expect, test } from "vitest";
import { pathsOf, valueAt } from "./paths";

const cells = { "a.b": 1, a: { b: 2, c: null }, list: [[3, 4]], text: "abc" };

test("a column of that very name comes before what lies within", () => expect(valueAt(cells, "a.b")).toBe(1));

test.each([
  ["a.c", null],
  ["list.0", [3, 4]],
  ["list.0.1", 4],
  ["list.5", undefined],
  ["text.length", undefined],
  ["a.toString", undefined],
  ["", undefined],
])("at %j stands %j", (path, value) => expect(valueAt(cells, path)).toEqual(value));

test("columns are listed with what lies one step within", () => {
  expect(pathsOf([{ cells }])).toEqual(["a.b", "a", "a.c", "list", "list.0", "text"]);
});

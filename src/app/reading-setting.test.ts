import { expect, test } from "vitest";
import { READING_METHODS } from "../lab/methods/reading";
import { complainOfReading, READING_IDS } from "./reading-setting";

test("a link may name each method that has samples read, and no other", () => {
  expect(READING_METHODS.map(({ id }) => id)).toEqual(READING_IDS);
  expect(complainOfReading("aggregation,pairwise")).toBeNull();
  expect(complainOfReading("pairwise,majority")).toContain("“majority” is not");
  expect(complainOfReading("")).toContain("“” is not");
});

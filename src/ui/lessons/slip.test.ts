import { expect, test } from "vitest";
import { isSlip } from "./slip";

test.each(["bricks: 12 - 8 = 5", "bricks: 4 + 66 = 60", "each: 21 / 3 = 3"])("%s is a slip", (line) => {
  expect(isSlip(line)).toBe(true);
});

test.each(["bricks: 6 * 2 = 12", "each: 21 / 3 = 7", "bricks: 12 -", "Answer: 5", "Hm."])(
  "%s is none, or not yet",
  (line) => expect(isSlip(line)).toBe(false),
);

import { expect, test } from "vitest";
import { greatestOf } from "./greatest";

test("the greatest is found at each place, and so is what is not a number", () => {
  for (let length = 1; length <= 9; length++) {
    for (let at = 0; at < length; at++) {
      const logits = new Float32Array(length).fill(-Infinity);
      logits[at] = -3;
      expect(greatestOf(logits)).toBe(-3);
      logits[at] = NaN;
      expect(greatestOf(logits)).toBeNaN();
    }
  }
});

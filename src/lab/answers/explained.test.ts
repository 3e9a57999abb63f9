import { expect, test } from "vitest";
import { decide } from "./equality";
import { explained } from "./explained";

test.each([
  [true, "1/2", "0.5", " because 1/2 = 0.5"],
  [false, "12", "13", " because 12 ≠ 13"],
  [true, "\\{0.5, 2\\}", "2, 1/2", " because they have the same elements (0.5 = 1/2; both are 2)"],
  [false, "\\sqrt8", "2\\sqrt2", " as it is written, but equal as mathematics: √8 = 2√2 (both are 2.82843)"],
  [true, "x", "X", " as it is written, though x ≠ X"],
  [false, "7", "((((", ": not comparable, (((( is not understood"],
])("counted as right %s, %j against %j is explained", (correct, gold, answer, sentence) =>
  expect(explained(correct, decide(gold, answer))).toBe(sentence),
);

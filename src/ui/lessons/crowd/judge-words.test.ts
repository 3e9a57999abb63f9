import { expect, test } from "vitest";
import { verdictsInWords } from "./judge-words";

test.each([
  ["right", "wrong", "stands first"],
  ["wrong", "right", "stands second"],
  ["right", "right", "finds the right one"],
  ["wrong", "wrong", "steady, and wrong"],
] as const)("with the right try first %s, with the wrong one first %s: it %s", (first, second, words) => {
  expect(verdictsInWords([first, second])).toContain(words);
});

test("a judgement without a verdict is no choice", () => {
  expect(verdictsInWords([null, "right"])).toContain("no verdict");
});

import { expect, test } from "vitest";
import { pairedInWords } from "./paired-words";

const paired = {
  a: "Majority vote",
  b: "First sample",
  count: 100,
  difference: { value: 0.11, low: 0.04, high: 0.18 },
  discordant: { onlyA: 14, onlyB: 3, undecided: 0 },
  p: 0.0127,
  onlyA: [],
  onlyB: [],
};

test("in words: who is right where the other is wrong, by how much, and how likely by chance", () => {
  expect(pairedInWords(paired)).toBe(
    "Majority vote is right on 14 problems that First sample gets wrong, and wrong on 3 that it gets right; " +
      "difference +11.0 points [4.0, 18.0]; p = 0.013.",
  );
});

test("a small p is not drawn out, and ties that the test leaves out are said", () => {
  const ties = (undecided: number) => ({ onlyA: 14, onlyB: 3, undecided });
  const words = (undecided: number) => pairedInWords({ ...paired, p: 4e-7, discordant: ties(undecided) });
  expect(words(1)).toMatch(/; p < 0\.001\. 1 problem with a tie is left out of p\.$/);
  expect(words(12)).toMatch(/ 12 problems with ties are left out of p\.$/);
});

test("a loss has a minus sign, and nothing is not a loss", () => {
  const words = (value: number) =>
    pairedInWords({ ...paired, difference: { value, low: -0.2, high: -1e-9 } });
  expect(words(-0.1)).toContain("difference −10.0 points [−20.0, 0.0]");
  expect(words(-1e-9)).toContain("difference 0.0 points");
});

import { expect, test } from "vitest";
import { heldWords } from "./held-words";

test("what memory holds at once is said, and that one sample is written though it may not fit", () => {
  expect(heldWords({ rows: 3, bytes: 1_900_000 }, 2_000_000)).toBe(
    "The memory given, 2 MB, holds 3 samples of a problem at their longest; the others wait.",
  );
  expect(heldWords({ rows: 1, bytes: 4e9 })).toMatch(/^Memory holds one sample of/);
  expect(heldWords({ rows: 1, bytes: 1_300_000 }, 1_000_000)).toBe(
    "Even one sample may take 1.3 MB, more than the 1 MB given: they are written one at a time.",
  );
});

import { expect, test } from "vitest";
import { whyRight, whyTogether } from "./why";

test("two spellings of a cluster are one because they are equal", async () => {
  expect(await whyTogether("0.5", "\\frac{1}{2}")).toBe("0.5 = 1/2");
  expect(await whyTogether("3", "x = 3")).toBe("x = 3: both are 3");
  expect(await whyTogether("\\sqrt{8}", "2\\sqrt{2}")).toBe("√8 = 2√2 (both are 2.82843)");
});

test("or because both are equal to the expected answer, where they are not to each other", async () => {
  const [first, answer] = ["0.5773507", "0.5773499"];
  expect(await whyTogether(first, answer)).toBe("0.5773507 ≠ 0.5773499");
  expect(await whyTogether(first, answer, "\\frac{1}{\\sqrt3}")).toBe(
    "1/√3 = 0.5773507 to six decimal places, and 1/√3 = 0.5773499 to six decimal places",
  );
});

test("an answer is right or wrong because of what the comparison found", async () => {
  expect(await whyRight(true, "50\\%", "1/2")).toBe(" because 50% = 1/2");
  expect(await whyRight(false, "12", "13")).toBe(" because 12 ≠ 13");
});

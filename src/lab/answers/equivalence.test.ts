import { describe, expect, test } from "vitest";
import { answerKey, equivalent } from "./equivalence";

/** Each row's answers are all equivalent; no two rows share one. */
const CLASSES: string[][] = [
  [
    "66",
    "66.",
    "66.0",
    "+66",
    "066",
    "66 apples",
    "66 toy cars",
    "$66$",
    "$66",
    "\\$66",
    "66 €",
    "**66**",
    "132/2",
  ],
  ["-5", "−5", "- 5", "-$5", "$-5", "-5.00", "-10/2", "\\(-5\\)", "-5°C", "-5 °C"],
  [
    "1000",
    "1,000",
    "1 000",
    "1{,}000",
    "1,\\!000",
    "1,\\! 000",
    "1000.0",
    "1,000 km",
    "$1,000.00",
    "1\u202f000",
  ],
  ["1234567.25", "1,234,567.25", "1 234 567.25", "4938269/4"],
  [
    "3/4",
    "6/8",
    "0.75",
    ".75",
    "75%",
    "75 %",
    "75\\%",
    "75 percent",
    "\\frac{3}{4}",
    "\\dfrac34",
    "$\\frac{3}{4}$",
    "¾",
    "3⁄4",
    "3/4 cup",
    "-3/-4",
  ],
  ["7/4", "1 3/4", "1\\frac{3}{4}", "1 \\frac34", "1¾", "1.75", "175%", "1 3/4 hours"],
  ["-7/4", "-1 3/4", "-1\\frac{3}{4}", "\\frac{-7}{4}", "-\\frac{7}{4}", "-1.75"],
  [
    "50",
    "50 minutes",
    "50 min",
    "50min",
    "50 km/h",
    "50 cm^2",
    "50 cm²",
    "50\\text{ cm}^2",
    "50 square meters",
    "50m",
  ],
  ["1/2", "50%", "0.50", "½"],
  ["1/3", "\\frac13", "2/6"],
  ["0.333"],
  ["0", "-0", "0.0", "0%", "0/7"],
  ["9007199254740993", "9,007,199,254,740,993"],
  ["9007199254740992"],
  ["0.1000000000000000055"],
  ["0.1", "1/10"],
  ["24 dozen"],
  ["24", "24 eggs"],
  ["2x"],
  ["2 x"],
  ["2", "2 m"],
  ["2 or more"],
  ["2 pi", "2  Pi"],
  ["5²"],
  ["52"],
  ["31/2", "15.5", "15½"],
  ["3½", "7/2"],
  ["1/0"],
  ["3,5"],
  ["3.5 and 4 apples"],
  ["5 minutes 30 seconds"],
  ["the red house", "The red  house.", "**the red house**"],
  ["the blue house"],
  ["yes", "Yes!", "\\text{yes}"],
  [""],
];

describe.each(CLASSES.map((answers, i) => ({ name: JSON.stringify(answers[0]), answers, i })))(
  "$name",
  ({ answers, i }) => {
    test.each(answers)("is the same as %j", (answer) =>
      expect(answerKey(answer)).toBe(answerKey(answers[0]!)),
    );

    test("is no other answer", () => {
      const others = CLASSES.filter((_, other) => other !== i).map((other) => answerKey(other[0]!));
      expect(others).not.toContain(answerKey(answers[0]!));
    });
  },
);

test("numbers are compared exactly, not as floats", () => {
  expect(0.1 + 0.2 === 0.3).toBe(false);
  expect(equivalent("0.30", "3/10")).toBe(true);
  expect(equivalent("100000000000000000001", "100000000000000000000")).toBe(false);
});

test("nothing makes it throw", () => {
  const odd = [
    "\\frac{}{}",
    "\\frac{1}{0}",
    "1/",
    "/",
    "%",
    "-",
    "$",
    "$$",
    "$$$",
    "\\",
    "{",
    "\ud800",
    "1".repeat(100_000),
    "(".repeat(1000),
    "1/2/3",
    "1 1/0",
  ];
  for (const answer of odd) expect(() => answerKey(answer)).not.toThrow();
});

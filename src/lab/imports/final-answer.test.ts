import { expect, test } from "vitest";
import { expectedAnswer, solutionAnswer } from "./final-answer";

test.each([
  ["18", "18"],
  [" 3/4 \n", "3/4"],
  ["She eats 3.\n16 - 3 = 13\n#### 13", "13"],
  ["#### 1,000\n", "1,000"],
  ["So it is $\\boxed{\\frac{3}{4}}$.", "\\frac{3}{4}"],
  ["the answer is blue", "the answer is blue"],
])("the right answer of %j is %j", (text, answer) => expect(expectedAnswer(text)).toBe(answer));

test.each([
  ["3 * 4 = 12\n#### 12", "12"],
  ["\\boxed{5}\n#### 6", "5"],
  ["The answer is 7.", "7"],
  ["#### Step 1\nAdd.\n#### Step 2\nThe answer is 8.", "8"],
  ["No idea.", null],
])("a solution %j gives %j", (text, answer) => expect(solutionAnswer(text)).toBe(answer));

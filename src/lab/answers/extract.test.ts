import { describe, expect, test } from "vitest";
import { extractAnswer } from "./extract";

const textOf = (text: string) => extractAnswer(text)?.text ?? null;

describe("a boxed answer", () => {
  test.each([
    ["So \\boxed{66}.", "66"],
    ["First \\boxed{1}, no: \\boxed{2}", "2"],
    ["\\boxed{\\frac{3}{4}}", "\\frac{3}{4}"],
    ["\\boxed{\\{1, 2\\}} it is", "\\{1, 2\\}"],
    ["\\boxed{a \\} b}", "a \\} b"],
    ["\\boxed{\\text{nine } \\boxed{9}}", "9"],
    ["\\boxed{7} and then \\boxed{ }", "7"],
    ["\\boxed{7} and then \\boxed{\\frac{3}{", "7"],
  ])("%j gives %j", (text, answer) => expect(textOf(text)).toBe(answer));

  test("that is never closed is none", () => expect(textOf("\\boxed{12")).toBeNull());
});

describe("the pocket form", () => {
  test.each([
    ["<chunk>Ana: 14 + 18 = 32</chunk>\nAnswer: 32", "32"],
    ["Answer: 1\nAnswer: 2\n\n", "2"],
    ["**Answer:** 66 apples.", "66 apples"],
    ["Answer: -3.5", "-3.5"],
  ])("%j gives %j", (text, answer) => expect(textOf(text)).toBe(answer));

  test("counts on the last line only; elsewhere it is prose", () =>
    expect(extractAnswer("Answer: 5\nOr perhaps more.")).toMatchObject({ text: "5", form: "prose" }));
  test("without an answer is none", () => expect(textOf("Ben: 3 + 4 = 7\nAnswer: ")).toBeNull());
});

describe("an answer in prose", () => {
  test.each([
    ["I think the answer is 12.", "12"],
    ["The answer is 3.5 apples. I hope.", "3.5 apples"],
    ["The answer is 1. No, THE ANSWER IS 2!", "2"],
    ["the final answer is: **42**", "42"],
    ["The answer is 1,000, because 10 * 100 is.", "1,000"],
    ["The answer is:\n\n$\\frac{3}{4}$", "$\\frac{3}{4}$"],
    ["The answer is 9. So the answer is", "9"],
  ])("%j gives %j", (text, answer) => expect(textOf(text)).toBe(answer));

  test("is not read from what it is not", () => expect(textOf("The answer isn't 5.")).toBeNull());
});

describe("where several forms stand", () => {
  test("a box goes before the pocket form, and that before prose", () => {
    expect(extractAnswer("\\boxed{1}\nthe answer is 3\nAnswer: 2")).toMatchObject({
      text: "1",
      form: "boxed",
    });
    expect(extractAnswer("The answer is 3\nAnswer: 2")).toMatchObject({ text: "2", form: "pocket" });
    expect(extractAnswer("The answer is 3")).toMatchObject({ text: "3", form: "prose" });
  });
});

describe("a think block", () => {
  test.each([
    ["<think>\\boxed{1}</think>The answer is 2", "2"],
    ["\\boxed{1}</think>Answer: 2", "2"],
    ["Answer: 2 <think>\\boxed{1}", "2"],
  ])("is not looked into: %j gives %j", (text, answer) => expect(textOf(text)).toBe(answer));

  test("that is never closed leaves no answer", () => expect(textOf("<think>the answer is 5")).toBeNull());
});

test.each([
  "<think>hm</think>\n so \\boxed{ \\frac12 } here",
  "no, the answer is  **7 pears**!",
  "<chunk>a: 1 + 1 = 2</chunk>\nAnswer:   2. \n",
])("the offsets of the answer in %j point at it", (text) => {
  const answer = extractAnswer(text)!;
  expect(text.slice(answer.start, answer.end).trim()).toBe(answer.text);
});

test.each([
  "",
  "}",
  "\\boxed{",
  "\\boxed{}",
  "Answer:",
  "the answer is",
  "</think>",
  "\\",
  "\ud800",
  "\\boxed{\\",
])("%j gives no answer and throws nothing", (text) => expect(extractAnswer(text)).toBeNull());

import { describe, expect, test } from "vitest";
import { answerKey } from "./equivalence";
import { decide } from "./equality";

/** By its key, which groups samples at once, and as mathematics. */
const agrees = (a: string, b: string) => [answerKey(a) === answerKey(b), decide(a, b).verdict === "equal"];

describe("capital letters are the same as small ones", () => {
  test.each([
    ["yes", "Yes"],
    ["No", "NO"],
    ["The red house", "the Red house"],
    ["2 dozen", "2 Dozen"],
    ["\\text{Monday}", "monday"],
    ["Sam's house", "sam's house"],
    ["b", "B"],
    ["(b)", "B"],
    ["B)", "(b)"],
    ["\\text{(C)}", "c"],
    ["\\mathbf{D}", "D."],
  ])("in words and choices: %j is %j", (a, b) => expect(agrees(a, b)).toEqual([true, true]));
});

describe("capital letters are others", () => {
  test.each([
    ["x", "X"],
    ["2x", "2X"],
    ["x^2", "X^2"],
    ["\\delta", "\\Delta"],
    ["\\sin x", "\\sin X"],
    ["sin x", "sin X"],
    ["n + 1", "N + 1"],
    ["kx", "k\\cdot X"],
    ["x = 3y", "x = 3Y"],
    ["b", "C"],
    ["a^2", "A^2"],
  ])("in mathematics: %j is not %j", (a, b) => expect(agrees(a, b)).toEqual([false, false]));
});

describe("an exclamation mark", () => {
  test.each([
    ["Yes!", "yes"],
    ["66 apples!", "66"],
    ["Eureka!!", "eureka"],
  ])("behind a word is none: %j is %j", (a, b) => expect(agrees(a, b)).toEqual([true, true]));

  test.each([
    ["5!", "5"],
    ["n!", "n"],
    ["(n+1)!", "(n+1)"],
    ["5!.", "5"],
    ["5!!", "5!"],
  ])("behind a number, a letter or a bracket is a factorial: %j is not %j", (a, b) =>
    expect(agrees(a, b)).toEqual([false, false]),
  );

  test("and a factorial is the number that it is", () => {
    expect(decide("5!", "120").verdict).toBe("equal");
    expect(answerKey("5!")).toBe(answerKey("$5!$."));
  });
});

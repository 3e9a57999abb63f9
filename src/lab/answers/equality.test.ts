import { describe, expect, test } from "vitest";
import { decide } from "./equality";

describe("the reason", () => {
  test.each([
    ["1/2", "0.5", "1/2 = 0.5"],
    ["\\frac{1}{2}", "0.50", "1/2 = 0.50"],
    ["2\\frac13", "\\frac73", "2 1/3 = 7/3"],
    ["1/3", "0.333333", "1/3 = 0.333333 to six decimal places"],
    ["\\sqrt{8}", "2\\sqrt2", "√8 = 2√2"],
    ["[0,1] \\cup [1,2]", "[0,2]", "[0,1] ∪ [1,2] and [0,2] hold the same numbers"],
    ["y=2x+1", "2x-y+1=0", "y=2x+1 is a multiple of 2x-y+1=0"],
  ])("that %j is %j is in plain language", (gold, answer, because) =>
    expect(decide(gold, answer)).toMatchObject({ verdict: "equal", because }),
  );

  test.each([
    ["12", "13", "12 ≠ 13"],
    ["\\{1,2\\}", "\\{1\\}", "{1,2} has 2 elements, {1} has 1 element"],
    ["\\{1,2\\}", "\\{1,3\\}", "2 is not in {1,3}"],
    ["(1,2)", "(2,1)", "1 ≠ 2"],
    ["[1,2)", "[1,2]", "of [1,2) and [1,2] one holds an end that the other does not"],
    ["|x|<3", "(-3,4)", "3 is in (-3,4) but not in |x|<3"],
    [
      "[1,2]",
      "\\begin{pmatrix} 1 & 2 \\end{pmatrix}",
      "[1,2] is an interval, \\begin{pmatrix} 1 & 2 \\end{pmatrix} a matrix",
    ],
    ["\\text{red}", "blue", "“blue” is not “red”"],
    ["(1,2,3)", "7", "(1,2,3) is a tuple, 7 a number or expression"],
  ])("that %j is not %j is in plain language", (gold, answer, because) =>
    expect(decide(gold, answer)).toMatchObject({ verdict: "different", because }),
  );
});

describe("the steps", () => {
  test("of a set say which elements are equal", () =>
    expect(decide("\\{0.5, 2\\}", "2, \\frac12").steps).toEqual(["0.5 = 1/2", "both are 2"]));

  test("of numbers that are written differently say what they are", () => {
    expect(decide("\\sqrt{8}", "2\\sqrt2").steps).toEqual(["both are 2.82843"]);
    expect(decide("\\sqrt{8}", "3").steps).toEqual(["one is 2.82843, the other 3"]);
  });

  test("of expressions with variables do not claim a proof", () =>
    expect(decide("2x+2", "2(x+1)").steps).toEqual(["the same for all values tried"]));
});

describe("what cannot be told is not called different", () => {
  test.each([
    ["", "3"],
    ["3", ""],
    ["9^{9^{9^9}}", "9^{9^{9^8}}"],
    ["3000!", "3001!"],
    ["1/0", "5"],
    ["((((", "1"],
    ["\\frac{1}{", "1"],
    ["\\unheardof{3}", "3"],
    ["7", "x+".repeat(400)],
    ["7", `${"(".repeat(50)}7${")".repeat(50)}`],
  ])("%j and %j", (gold, answer) => expect(decide(gold, answer).verdict).toBe("not comparable"));
});

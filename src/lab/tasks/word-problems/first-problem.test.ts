import { expect, test } from "vitest";
import { wordProblems } from ".";
import { firstProblem } from "./first-problem";

test("what the page opens with is the problem that the generator would tell", () => {
  const { level, number, question, answer } = firstProblem;
  expect(level).toBe(wordProblems.defaultLevel);
  expect(wordProblems.problem(level, number, "test")).toMatchObject({ question, answer });
});

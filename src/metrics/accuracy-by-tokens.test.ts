import { expect, test } from "vitest";
import { accuracyByTokens, tokensKnown } from "./accuracy-by-tokens";
import type { Outcome, Outcomes, ProblemOutcome } from "./outcomes";
import { wilson } from "./wilson";

const outcome = (accuracy: number, tokens = NaN): Outcome => ({ accuracy, tokens });
const problem = (number: number, right: number, methods: Outcome[][]): ProblemOutcome => ({
  problem: number,
  samples: 2,
  right,
  leading: 1,
  majority: 0,
  passAt: [],
  majorityAt: [],
  methods,
});
const over = (...problems: ProblemOutcome[]): Outcomes => ({
  counts: [1, 2],
  methods: [
    { id: "first", label: "First sample" },
    { id: "majority", label: "Majority vote" },
  ],
  problems,
});
const OUTCOMES = over(
  problem(0, 2, [[outcome(1, 10), outcome(1, 10)], [outcome(1, 10), outcome(1, 30)]]),
  problem(1, 0, [[outcome(0, 20), outcome(0, 20)], [outcome(0, 20), outcome(0, 50)]]),
  problem(2, 1, [[outcome(0, 30), outcome(0, 30)], [outcome(0, 30), outcome(0.5, 40)]]),
); // prettier-ignore

test("tokens are means per problem, and accuracy has Wilson's interval on the sum of expected accuracies", () => {
  const [, majority] = accuracyByTokens(OUTCOMES);
  expect(majority!.points).toMatchObject([
    { samples: 1, tokens: 20, accuracy: wilson(1, 3) },
    { samples: 2, tokens: 40, accuracy: wilson(1.5, 3) },
  ]);
});

test("the first sample is one point, however many more there are", () => {
  const [first] = accuracyByTokens(OUTCOMES);
  expect(first!.points.map(({ samples, tokens }) => [samples, tokens])).toEqual([[1, 20]]);
});

test("behind a point stand its problems, wrong ones first, of those the ones with right samples", () => {
  const [first, majority] = accuracyByTokens(OUTCOMES);
  expect(first!.points[0]!.problems()).toEqual([2, 1, 0]);
  expect(majority!.points[1]!.problems()).toEqual([1, 2, 0]);
});

test("a problem with fewer samples is left out where they are missing, and a budget no problem has is no point", () => {
  const short = problem(3, 1, [[outcome(1, 60), outcome(1, 60)], [outcome(1, 60), outcome(NaN)]]); // prettier-ignore
  const [, majority] = accuracyByTokens(over(...OUTCOMES.problems, short));
  expect(majority!.points.map(({ tokens }) => tokens)).toEqual([30, 40]);
  expect(majority!.points[1]!.problems()).toEqual([1, 2, 0]);
  expect(accuracyByTokens(over(short))[1]!.points).toHaveLength(1);
});

test("tokens are known only where all problems have them", () => {
  const recorded = problem(3, 1, [[outcome(1), outcome(1)], [outcome(1), outcome(1)]]); // prettier-ignore
  expect(tokensKnown(accuracyByTokens(OUTCOMES))).toBe(true);
  expect(tokensKnown(accuracyByTokens(over(...OUTCOMES.problems, recorded)))).toBe(false);
});

import type { Estimate } from "./interval";
import { meanInterval } from "./mean-interval";
import type { ProblemScore } from "./problem-score";
import { wilson } from "./wilson";

/** Shares over problems, each with a 95 % interval that takes the problems as what was drawn. */
export interface Summary {
  count: number;
  /** Mean share of right samples; normal interval. */
  pass1: Estimate;
  /** Mean expected accuracy of the majority; Wilson. */
  maj: Estimate;
  /** Problems with a right sample; Wilson. */
  pass: Estimate;
  /** Problems that the vote gets wrong for certain (no answer tied for first is right) though a sample is right; Wilson. */
  minorityRight: Estimate;
  /** Mean share of parsed samples; normal interval. */
  parsed: Estimate;
}

export function summarize(scores: readonly ProblemScore[]): Summary {
  const count = scores.length;
  const problems = (counts: (score: ProblemScore) => number) =>
    wilson(
      scores.reduce((sum, score) => sum + counts(score), 0),
      count,
    );
  return {
    count,
    pass1: meanInterval(scores.map(({ right, samples }) => right / samples)),
    maj: problems(({ majority }) => majority),
    pass: problems(({ right }) => Number(right > 0)),
    minorityRight: problems(({ right, majority }) => Number(right > 0 && majority === 0)),
    parsed: meanInterval(scores.map(({ parsed, samples }) => parsed / samples)),
  };
}

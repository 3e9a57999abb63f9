import type { Estimate } from "./interval";
import { wilson } from "./wilson";

/** What the vote of the samples of one problem came to, and what it cost. */
export interface VotedProblem {
  /** By number of samples: the mean over all choices of that many of them. */
  majorityAt: readonly number[];
  /** Of a sample, in the mean. */
  tokens: number;
}

/** The vote of so many samples, over many problems. */
export interface CurvePoint {
  samples: number;
  /** Of a problem, in the mean. */
  tokens: number;
  accuracy: Estimate;
}

/** Accuracy of the vote with Wilson's interval, against tokens; `counts` are the numbers of samples. */
export function accuracyCurve(counts: readonly number[], problems: readonly VotedProblem[]): CurvePoint[] {
  const tokens = problems.reduce((sum, problem) => sum + problem.tokens, 0) / problems.length;
  return counts.map((samples, at) => ({
    samples,
    tokens: samples * tokens,
    accuracy: wilson(
      problems.reduce((sum, { majorityAt }) => sum + majorityAt[at]!, 0),
      problems.length,
    ),
  }));
}

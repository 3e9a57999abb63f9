import type { Estimate } from "./interval";
import { meanInterval } from "./mean-interval";

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

/** Accuracy of the vote against tokens; `counts` are the numbers of samples. */
export function accuracyCurve(counts: readonly number[], problems: readonly VotedProblem[]): CurvePoint[] {
  const tokens = problems.reduce((sum, problem) => sum + problem.tokens, 0) / problems.length;
  return counts.map((samples, at) => ({
    samples,
    tokens: samples * tokens,
    accuracy: meanInterval(problems.map(({ majorityAt }) => majorityAt[at]!)),
  }));
}

/**
 * Where the mean of `few` problems lies 95 times of 100, given that of `many`: its interval, wider by the root of many / few.
 * Of few problems the true band is no wider than from 0 to 1.
 */
export function bandOf({ value, low, high }: Estimate, many: number, few: number): Estimate {
  const wider = Math.sqrt(many / few);
  return {
    value,
    low: Math.max(0, value - (value - low) * wider),
    high: Math.min(1, value + (high - value) * wider),
  };
}

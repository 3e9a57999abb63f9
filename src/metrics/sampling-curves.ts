import type { Estimate } from "./interval";
import type { Outcomes, ProblemOutcome } from "./outcomes";
import { wilson } from "./wilson";

/** pass@k and maj@k over the problems that have k samples. */
export interface SamplingPoint {
  k: number;
  pass: Estimate;
  majority: Estimate;
  /** Problems of which some sample is right though the vote fails, surest first. */
  failed: () => number[];
}

export function samplingCurves({ counts, problems }: Outcomes): SamplingPoint[] {
  return counts.flatMap((k, at) => {
    const able = problems.filter(({ samples }) => samples >= k);
    if (able.length === 0) return [];
    const mean = (valueOf: (problem: ProblemOutcome) => number) =>
      wilson(able.reduce((sum, problem) => sum + valueOf(problem), 0), able.length); // prettier-ignore
    const pass = mean(({ passAt }) => passAt[at]!);
    const majority = mean(({ majorityAt }) => majorityAt[at]!);
    return [{ k, pass, majority, failed: () => failedVotes(able, at) }];
  });
}

/** By how much likelier it is that some sample is right than that the vote is. */
function failedVotes(problems: readonly ProblemOutcome[], at: number): number[] {
  return problems
    .map(({ problem, passAt, majorityAt }) => ({ problem, lost: passAt[at]! - majorityAt[at]! }))
    .filter(({ lost }) => lost > 1e-9) // Means over all choices are exact but for rounding.
    .sort((a, b) => b.lost - a.lost || a.problem - b.problem)
    .map(({ problem }) => problem);
}

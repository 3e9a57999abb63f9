import type { ProblemOutcome } from "../../metrics/outcomes";
import { METHODS, type Method } from "../methods";
import { problemOutcome, sampleCounts } from "../sweep/problem-outcome";
import type { RecordedSet } from "./recorded-set";

/** Some methods are only for samples that a judge has scored. */
export const methodsFor = ({ scored }: { scored: boolean }): Method[] =>
  METHODS.filter(({ needsScores }) => scored || !needsScores);

/** What the problems of a set came to, one after another; those without samples are left out. */
export async function* recordedOutcomes(
  { problems, samples }: RecordedSet,
  { scored }: { scored: boolean },
): AsyncGenerator<ProblemOutcome> {
  const [methods, counts] = [methodsFor({ scored }), sampleCounts(samples)];
  for (const [problem, { candidates }] of problems.entries())
    if (candidates.length > 0) yield await problemOutcome(problem, candidates, methods, counts);
}

import type { ProblemOutcome } from "../../metrics/outcomes";
import { METHODS, type Method } from "../methods";
import { drawingMethods, Enough } from "../sweep/enough";
import { problemOutcome, sampleCounts } from "../sweep/problem-outcome";
import { ROUND } from "../sweep/rounds";
import type { RecordedSet } from "./recorded-set";

/** Some methods are only for samples that a judge has scored. */
export const methodsFor = ({ scored }: { scored: boolean }): Method[] =>
  METHODS.filter(({ needsScores }) => scored || !needsScores);

/**
 * What the problems of a set came to, one after another; those without samples are left out, and of a sweep that was to stop
 * early those of which its methods have not enough.
 */
export async function* recordedOutcomes(
  { problems, samples, origin }: RecordedSet,
  { scored }: { scored: boolean },
): AsyncGenerator<ProblemOutcome> {
  const [methods, counts] = [methodsFor({ scored }), sampleCounts(samples)];
  const by = drawingMethods(origin?.stoppedBy ?? []);
  const stopped = by.length > 0 ? { by, after: ROUND } : undefined;
  const enough = new Enough(samples);
  for (const [problem, { candidates }] of problems.entries()) {
    if (stopped) enough.look(problem, candidates);
    const counted = stopped ? enough.has(problem, by) : candidates.length > 0;
    if (counted) yield await problemOutcome(problem, candidates, methods, counts, stopped);
  }
}

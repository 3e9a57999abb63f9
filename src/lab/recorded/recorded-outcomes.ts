import type { ProblemOutcome } from "../../metrics/outcomes";
import { METHODS, type Method } from "../methods";
import { readingMethods } from "../methods/reading";
import { drawingMethods, Enough } from "../sweep/enough";
import { problemOutcome, sampleCounts } from "../sweep/problem-outcome";
import { ROUND } from "../sweep/rounds";
import type { RecordedSummary } from "./found";
import { withRead } from "./read-outcomes";
import type { RecordedSet } from "./recorded-set";

type Recorded = Pick<RecordedSummary, "scored" | "readFor">;

/** Some methods are only for samples that a judge has scored, or another model has read. */
export const methodsFor = ({ scored, readFor }: Recorded): Method[] => [
  ...METHODS.filter(({ needsScores }) => scored || !needsScores),
  ...readingMethods(readFor),
];

/**
 * What the problems of a set came to, one after another; those without samples are left out, and of a sweep that was to stop
 * early those of which its methods have not enough.
 */
export async function* recordedOutcomes(
  { problems, samples, origin }: RecordedSet,
  recorded: Recorded,
): AsyncGenerator<ProblemOutcome> {
  const [methods, counts] = [methodsFor(recorded), sampleCounts(samples)];
  const by = drawingMethods(origin?.stoppedBy ?? []);
  const stopped = by.length > 0 ? { by, after: ROUND } : undefined;
  const enough = new Enough(samples);
  for (const [problem, { candidates, read = [] }] of problems.entries()) {
    if (stopped) enough.look(problem, candidates);
    const counted = stopped ? enough.has(problem, by) : candidates.length > 0;
    if (!counted) continue;
    const outcome = await problemOutcome(problem, candidates, methods, counts, stopped);
    yield withRead(outcome, read, { methods, counts, candidates });
  }
}

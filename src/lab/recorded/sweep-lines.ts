import type { RecordedSetProblem, RunOrigin } from "./recorded-set";

/** Of the lines' format, so that a later reader knows what it has. */
export const SWEEP_FORMAT = "quorum-problems/1";

/**
 * A sweep as JSON Lines: one line per problem that has samples, with its samples and all that is known of how they were drawn, so that a line
 * can be read without the others. Other tools find in it the columns they know; `readRecordedSet` reads it back whole.
 */
export function* exportSweep(
  problems: Iterable<RecordedSetProblem>,
  origin: RunOrigin | null,
): Generator<string> {
  for (const problem of problems)
    if (problem.candidates.length > 0) yield `${JSON.stringify(lineOf(problem, origin))}\n`;
}

function lineOf(
  { id, question, answer, seed, candidates, read }: RecordedSetProblem,
  origin: RunOrigin | null,
) {
  const samples = candidates.map(({ sample }) => sample);
  const of = <Value>(valueOf: (candidate: (typeof candidates)[number]) => Value) => candidates.map(valueOf);
  const isJudged = candidates.every(({ score }) => score !== undefined);
  return {
    format: SWEEP_FORMAT,
    problem: id,
    ...(question && { question }),
    ...(answer && { answer }),
    samples: samples.map(({ text }) => text),
    pred: of((one) => one.answer?.text ?? null),
    ...(candidates.every(({ correct }) => correct !== undefined) && {
      correct: of(({ correct }) => correct),
    }),
    ...(isJudged && { scores: of(({ score }) => score) }),
    tokens: samples.map(({ tokens }) => tokens), // NaN becomes null.
    logprob: samples.map(({ logprob }) => logprob),
    finish: samples.map(({ finish }) => finish),
    chunkEnds: samples.map(({ chunkEnds }) => chunkEnds),
    ...(seed !== undefined && { seed }),
    ...(read && read.length > 0 && { read }),
    ...(origin && originColumns(origin)),
  };
}

function originColumns({ sampling, seed, createdAt, ...rest }: RunOrigin) {
  return {
    ...rest,
    ...(seed !== undefined && { sweepSeed: seed }),
    createdAt: new Date(createdAt).toISOString(),
    ...sampling,
  };
}

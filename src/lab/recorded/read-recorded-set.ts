import type { Breathe, Reading } from "../imports/reading";
import { readRecordedProblems } from "../imports/read-recorded-problems";
import type { RecordedProblem } from "../imports/recorded";
import type { Mapping } from "../imports/roles";
import type { ByteSource } from "../imports/text-pieces";
import { ownColumns } from "./own-columns";
import { recordedCandidates } from "./recorded-candidates";
import type { RecordedSet, RecordedSetProblem, RunOrigin } from "./recorded-set";
import { weighingOf, weightsOf } from "./weighing";

/** A whole file of recorded samples, Quorum's own or another tool's. Throws RangeError, in words, where it is of another kind. */
export async function readRecordedSet(
  source: ByteSource,
  name: string,
  mapping: Mapping,
  reading: Reading,
): Promise<RecordedSet> {
  const problems: RecordedSetProblem[] = [];
  const scores: RecordedProblem["scores"][] = [];
  let origin: RunOrigin | null = null;
  let samples = 0;
  for await (const recorded of readRecordedProblems(source, mapping, reading)) {
    const { problem, origin: own } = problemOf(recorded);
    problems.push(problem);
    scores.push(recorded.scores);
    if (problems.length === 1) origin = own;
    else if (JSON.stringify(own) !== JSON.stringify(origin)) origin = null; // Files put together have no one origin.
    samples = Math.max(samples, problem.candidates.length);
    await reading.breathe();
  }
  await weigh(problems, scores, reading.breathe);
  return { name, problems, samples, origin };
}

function problemOf(recorded: RecordedProblem): { problem: RecordedSetProblem; origin: RunOrigin | null } {
  const own = ownColumns(recorded);
  const problem = {
    id: own?.id ?? `line/${recorded.line}`,
    question: recorded.question,
    answer: recorded.answer ?? "",
    ...(own?.seed != null && { seed: own.seed }),
    candidates: recordedCandidates(recorded, own?.ends ?? null),
  };
  return { problem, origin: own?.origin ?? null };
}

/** Gives scored candidates their weights, which only the scores of the whole file decide. */
async function weigh(
  problems: readonly RecordedSetProblem[],
  scores: readonly RecordedProblem["scores"][],
  breathe: Breathe,
): Promise<void> {
  const weighing = weighingOf(scores.map((all) => ({ scores: all })));
  for (const [i, problem] of problems.entries()) {
    if (!scores[i]) continue;
    const weights = weightsOf(scores[i], weighing);
    problem.candidates = problem.candidates.map((candidate, at) => ({ ...candidate, weight: weights[at] }));
    await breathe();
  }
}

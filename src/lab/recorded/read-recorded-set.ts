import type { Breathe, Reading } from "../imports/reading";
import { readRecordedProblems } from "../imports/read-recorded-problems";
import type { RecordedProblem } from "../imports/recorded";
import type { Mapping } from "../imports/roles";
import { placeWords } from "../imports/row";
import type { ByteSource } from "../imports/text-pieces";
import type { Candidate } from "../candidates";
import { ownColumns } from "./own-columns";
import { recordedCandidates } from "./recorded-candidates";
import type { RecordedSet, RecordedSetProblem, RunOrigin } from "./recorded-set";
import { weighingOf, weightsOf } from "./weighing";

type GrowingProblem = Omit<RecordedSetProblem, "candidates"> & { candidates: Candidate[] };

/** A whole file of recorded samples, Quorum's own or another tool's. Throws RangeError, in words, where it is of another kind. */
export async function readRecordedSet(
  source: ByteSource,
  name: string,
  mapping: Mapping,
  reading: Reading,
): Promise<RecordedSet> {
  const problems: GrowingProblem[] = [];
  let origin: RunOrigin | null | undefined;
  let rows = 0;
  for await (const recorded of readRecordedProblems(source, mapping, reading)) {
    const own = ownColumns(recorded);
    const problem = (problems[recorded.number] ??= newProblem(recorded, own));
    problem.candidates.push(...recordedCandidates(recorded, own?.ends ?? null, problem.candidates.length));
    origin = origin === undefined ? (own?.origin ?? null) : commonOrigin(origin, own?.origin ?? null);
    rows++;
    await reading.breathe();
  }
  await weigh(problems, reading.breathe);
  const samples = problems.reduce((most, { candidates }) => Math.max(most, candidates.length), 0);
  return { name, problems, samples, rows, origin: origin ?? null };
}

function newProblem(recorded: RecordedProblem, own: ReturnType<typeof ownColumns>): GrowingProblem {
  const { question, answer } = recorded;
  return {
    id: own?.id ?? placeWords(recorded).replace(" ", "/"),
    ...{ question, answer: answer ?? "" },
    ...(own?.seed != null && { seed: own.seed }),
    candidates: [],
    ...(own && own.read.length > 0 && { read: own.read }),
  };
}

/**
 * What made all of it; null where rows differ in what counts. Runs of Ask have each their own time and seed: the last time is told,
 * and a seed only where all have it.
 */
export function commonOrigin(one: RunOrigin | null, other: RunOrigin | null): RunOrigin | null {
  if (!one || !other) return null;
  const { seed, ...common } = { ...one, createdAt: Math.max(one.createdAt, other.createdAt) };
  const { seed: otherSeed, ...others } = { ...other, createdAt: common.createdAt };
  if (JSON.stringify(common) !== JSON.stringify(others)) return null;
  return seed === otherSeed && seed !== undefined ? { ...common, seed } : common;
}

/** Gives scored candidates their weights, which only the scores of the whole file decide. */
async function weigh(problems: readonly GrowingProblem[], breathe: Breathe): Promise<void> {
  const scores = problems.map(({ candidates }) => candidates.flatMap(({ score }) => score ?? []));
  const weighing = weighingOf(scores.map((all) => ({ scores: all })));
  for (const [i, problem] of problems.entries()) {
    if (scores[i]!.length === 0) continue;
    const weights = weightsOf(scores[i]!, weighing).values();
    for (const candidate of problem.candidates)
      if (candidate.score !== undefined) candidate.weight = weights.next().value;
    await breathe();
  }
}

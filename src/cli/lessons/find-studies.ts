import type { LanguageModel } from "../../engine/language-model";
import type { Candidate } from "../../lab/candidates";
import {
  aggregatorPrompt,
  CROWD_WRONG,
  crowdProblem,
  pairOf,
  STUDIES,
  type StudyId,
} from "../../lab/lessons/crowd-wrong";
import type { RecordedCrowd, RecordedStudy } from "../../lab/lessons/recorded-crowd";
import type { RecordedTry } from "../../lab/lessons/recorded";
import { SHOWS } from "../../lab/lessons/shows";
import type { Problem } from "../../lab/tasks/task";
import type { Setting } from "../evaluation/score-part";
import { readBothOrders } from "./read-both-orders";
import type { Readers } from "./readers";
import { recordTries } from "./record-tries";

export type Found = Pick<RecordedCrowd, "studies" | "aggregated" | "judged">;

/** The first held-out problems that show what the lesson says. Throws where there are none. */
export async function findStudies(policy: LanguageModel, setting: Setting, readers: Readers): Promise<Found> {
  const studies: Partial<Record<StudyId, RecordedStudy>> = {};
  let readings: Omit<Found, "studies"> | null = null;
  const { searched, samples, seed } = CROWD_WRONG;
  for (let index = 0; index < searched; index++) {
    const problem = crowdProblem(index);
    const { candidates, tries } = await recordTries(policy, problem, samples, { ...setting, seed });
    const wanted = STUDIES.find((id) => !studies[id] && SHOWS[id](candidates));
    if (!wanted) continue;
    if (wanted === "outvoted") readings = await whatTheyRead(readers, problem, candidates);
    if (wanted === "kept" || readings) studies[wanted] = { problem: index, tries };
    if (readings && studies.kept) return { studies: studies as Found["studies"], ...readings };
  }
  const missing = STUDIES.filter((id) => !studies[id]);
  throw new Error(`None of ${searched} problems shows what the lesson says: ${missing.join(", ")}.`);
}

/**
 * What the readers make of a wrong vote; null where it is not what the lesson says: that the aggregator is right of all attempts
 * and wrong of none, and that the order decides for the judge before training, and no more after it.
 */
async function whatTheyRead(
  readers: Readers,
  problem: Problem,
  candidates: readonly Candidate[],
): Promise<Omit<Found, "studies"> | null> {
  const aggregated: RecordedTry[] = [];
  const rights: boolean[] = [];
  for (const count of CROWD_WRONG.shown) {
    const prompt = aggregatorPrompt(problem.question, candidates, count);
    const { tries, candidates: written } = await readers.aggregator(problem, prompt);
    aggregated.push(tries[0]!);
    rights.push(written[0]!.correct === true);
  }
  if (rights.at(0) || !rights.at(-1)) return null;
  const { before, after } = await readBothOrders(readers, problem, pairOf(candidates)!);
  const isSteady = after.judgement.forward === "better" && after.judgement.backward === "better";
  const turns = before.judgement.forward !== before.judgement.backward;
  if (!isSteady || !turns) return null;
  return { aggregated, judged: { before: before.tries, after: after.tries } };
}

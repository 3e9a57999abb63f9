import type { LanguageModel } from "../../engine/language-model";
import type { Candidate } from "../../lab/candidates";
import { aggregatorPrompt, CROWD_WRONG, type JudgeId, pairOf } from "../../lab/lessons/crowd-wrong";
import type { RecordedMany } from "../../lab/lessons/recorded-crowd";
import { hash32 } from "../../lab/random";
import { problemOutcome } from "../../lab/sweep/problem-outcome";
import { problems } from "../../lab/tasks/problems";
import type { Problem } from "../../lab/tasks/task";
import { wordProblems } from "../../lab/tasks/word-problems";
import { type PairJudgement, pairRates } from "../../metrics/pair-judgements";
import { fateOf } from "../../metrics/vote-fates";
import { startProgress } from "../evaluation/progress";
import { sampleProblem } from "../evaluation/sample-problem";
import type { Setting } from "../evaluation/score-part";
import { readBothOrders } from "./read-both-orders";
import type { Readers } from "./readers";

const { level, manyProblems, drawn, samples, shown } = CROWD_WRONG;
const COUNTS = Array.from({ length: drawn }, (_, at) => at + 1);

/** Votes, readings and judgements of many problems, each under its own seed. */
export async function measureMany(
  policy: LanguageModel,
  setting: Setting,
  readers: Readers,
): Promise<RecordedMany> {
  const set = [...problems(wordProblems, { level, count: manyProblems, seed: 0, split: "test" })];
  const progress = startProgress(set.length, "problems");
  const all: Awaited<ReturnType<typeof measureOne>>[] = [];
  let tokens = 0;
  for (const [at, problem] of set.entries()) {
    const seed = hash32(problem.id);
    const candidates = await sampleProblem(policy, problem, drawn, { ...setting, seed });
    tokens += candidates.reduce((sum, { sample }) => sum + sample.tokens, 0);
    all.push(await measureOne(at, problem, candidates, readers));
    progress(at + 1, tokens);
  }
  const mean = (lists: readonly (readonly number[])[], length: number) =>
    Array.from({ length }, (_, at) => lists.reduce((sum, list) => sum + list[at]!, 0) / lists.length);
  const judged = (id: JudgeId) =>
    pairRates(
      all.flatMap(({ judgements }): PairJudgement[] => (judgements ? [judgements[id].judgement] : [])),
    );
  return {
    problems: all.map(({ fate, aggregated }) => ({ fate, aggregated })),
    votes: mean(all.map(({ votes }) => votes), drawn), // prettier-ignore
    tokens: tokens / (set.length * drawn),
    written: mean(all.map(({ written }) => written), shown.length), // prettier-ignore
    read: mean(all.map(({ read }) => read), shown.length), // prettier-ignore
    judges: { before: judged("before"), after: judged("after") },
  };
}

/** The fate is that of the first 16, which the aggregator and the judges read too; votes are over all choices of all. */
async function measureOne(
  number: number,
  problem: Problem,
  candidates: readonly Candidate[],
  readers: Readers,
) {
  const first = candidates.slice(0, samples);
  const { majorityAt: votes } = await problemOutcome(number, candidates, [], COUNTS);
  const fate = fateOf(await problemOutcome(number, first, [], [samples]));
  const readings = [];
  for (const count of shown) {
    const prompt = aggregatorPrompt(problem.question, first, count);
    readings.push(await readers.aggregator(problem, prompt));
  }
  const pair = pairOf(first);
  return {
    ...{ fate, votes },
    aggregated: readings.map(({ candidates: [written] }) => Number(written!.correct)),
    written: readings.map(({ candidates: [written] }) => written!.sample.tokens),
    read: readings.map(({ promptTokens }) => promptTokens),
    judgements: pair && (await readBothOrders(readers, problem, pair)),
  };
}

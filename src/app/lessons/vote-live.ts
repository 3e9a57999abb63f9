import { MODELS } from "../../../models";
import type { WrittenSample } from "../../../workers/protocol/prompts";
import type { LanguageClient } from "../../client/language-client";
import { sampleByCrew } from "../../client/prompts-crew";
import { toCandidate } from "../../lab/candidates";
import { SECOND_SAMPLE } from "../../lab/lessons/second-sample";
import { Pools } from "../../lab/sweep/pools";
import { portionsLeft } from "../../lab/sweep/portions";
import { problemOutcome, sampleCounts } from "../../lab/sweep/problem-outcome";
import { sampleOf } from "../../lab/sweep/sample-of";
import type { SweepProblem } from "../../lab/sweep/sweep-problem";
import type { VotedProblem } from "../../metrics/accuracy-curve";
import { nextTask } from "../next-task";

const { id: model, recommended } = MODELS[0]!;
const { temperature, topP, maxTokens } = recommended;
const { samples } = SECOND_SAMPLE;
interface Voting {
  client: LanguageClient;
  problems: readonly SweepProblem[];
  loadAgain: (signal: AbortSignal) => Promise<unknown>;
  /** Problems that were voted on before. */
  voted: readonly number[];
  onVoted: (number: number, problem: VotedProblem) => void;
  onTokens: (tokens: number) => void;
  signal: AbortSignal;
}

/** Has this machine write all samples of some problems, and votes on each problem as soon as its samples are there. */
export async function voteLive({
  client,
  problems,
  voted,
  onVoted,
  onTokens,
  signal,
  ...run
}: Voting): Promise<void> {
  const pools = new Pools(problems.length, samples);
  let voting: Promise<void> = Promise.resolve();
  const take = (problem: number, written: WrittenSample) => {
    pools.add(problem, toCandidate(sampleOf(written), problems[problem]!.answer));
    if (!pools.whole(problem)) return;
    voting = voting.then(async () => {
      await nextTask(); // Votes of 2, 4 and 8 are counted over all choices: some milliseconds a problem.
      if (!signal.aborted) onVoted(problem, await votesOf(pools, problem));
    });
  };
  const portions = portionsLeft(problems, samples, (problem) => voted.includes(problem));
  await sampleByCrew({
    clients: [client],
    request: { model, sampling: { temperature, topP, maxTokens, topK: 0, minP: 0, stop: [] } },
    portions: portions.map(({ prompts }) => prompts),
    loadAgain: (_, signal) => run.loadAgain(signal),
    onEvent: (event) => {
      if (event.type === "progress") onTokens(event.tokens);
      if (event.type === "written")
        for (const one of event.samples) take(portions[event.portion]!.problems[one.prompt]!, one);
    },
    signal,
  });
  await voting;
}

async function votesOf(pools: Pools, problem: number): Promise<VotedProblem> {
  const candidates = pools.whole(problem)!;
  const { majorityAt } = await problemOutcome(problem, candidates, [], sampleCounts(samples));
  return { majorityAt, tokens: candidates.reduce((sum, { sample }) => sum + sample.tokens, 0) / samples };
}

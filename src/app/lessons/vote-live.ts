import { MODELS } from "../../../models";
import type { WrittenSample } from "../../../workers/protocol/prompts";
import type { LanguageClient } from "../../client/language-client";
import { sampleByCrew } from "../../client/prompts-crew";
import { toCandidate } from "../../lab/candidates";
import { SECOND_SAMPLE } from "../../lab/lessons/second-sample";
import { missingSamples } from "../../lab/sweep/missing-samples";
import { Pools } from "../../lab/sweep/pools";
import { problemOutcome, sampleCounts } from "../../lab/sweep/problem-outcome";
import { sampleOf } from "../../lab/sweep/sample-of";
import type { SweepProblem } from "../../lab/sweep/sweep-problem";
import type { VotedProblem } from "../../metrics/accuracy-curve";
import { nextTask } from "../next-task";

const { id: model, recommended } = MODELS[0]!;
const { temperature, topP, maxTokens } = recommended;
const { samples } = SECOND_SAMPLE;
/** Written at once: few enough that problem after problem is whole, and the curve grows. */
const ROWS = 32;

interface Voting {
  client: LanguageClient;
  problems: readonly SweepProblem[];
  loadAgain: (signal: AbortSignal) => Promise<unknown>;
  onVoted: (problem: VotedProblem) => void;
  onTokens: (tokens: number) => void;
  signal: AbortSignal;
}

/** Has this machine write all samples of some problems, and votes on each problem as soon as its samples are there. */
export async function voteLive({
  client,
  problems,
  onVoted,
  onTokens,
  signal,
  ...run
}: Voting): Promise<void> {
  const pools = new Pools(problems.length, samples);
  let voting: Promise<void> = Promise.resolve();
  const take = ({ prompt, ...written }: WrittenSample) => {
    pools.add(prompt, toCandidate(sampleOf({ prompt, ...written }), problems[prompt]!.answer));
    if (!pools.whole(prompt)) return;
    voting = voting.then(async () => {
      await nextTask(); // Votes of 2, 4 and 8 are counted over all choices: some milliseconds a problem.
      if (!signal.aborted) onVoted(await votesOf(pools, prompt));
    });
  };
  await sampleByCrew({
    clients: [client],
    request: {
      model,
      prompts: missingSamples(problems, pools).prompts,
      sampling: { temperature, topP, maxTokens, topK: 0, minP: 0, stop: [] },
      mostRows: ROWS,
    },
    loadAgain: (_, signal) => run.loadAgain(signal),
    onEvent: (event) => {
      if (event.type === "progress") onTokens(event.tokens);
      if (event.type === "written") event.samples.forEach(take);
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

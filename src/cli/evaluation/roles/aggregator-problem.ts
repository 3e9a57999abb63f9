import type { LanguageModel } from "../../../engine/language-model";
import { type Candidate, toCandidate } from "../../../lab/candidates";
import { clusterCandidates } from "../../../lab/clusters";
import { aggregation } from "../../../lab/methods/aggregation/aggregation";
import { attemptText } from "../../../lab/methods/aggregation/attempt-text";
import { trainedPrompt } from "../../../lab/methods/aggregation/trained-prompt";
import { bestOfN } from "../../../lab/methods/judging/best-of-n";
import { judgeWeighted } from "../../../lab/methods/judging/judge-weighted";
import { drawnPool, type Method } from "../../../lab/methods/method";
import { hash32 } from "../../../lab/random";
import { roleLab, type RoleWriter } from "../../../lab/role-lab";
import { majority } from "../../../lab/selectors/majority";
import type { Problem } from "../../../lab/tasks/task";
import { sampleProblem } from "../sample-problem";

/** Attempts in a group, and samples drawn in all: what the group's aggregation cost is spent on further votes too. */
export const GROUP = 8;
const DRAWN = 12;

/** What one group of attempts came to; accuracies are 0 or 1, or in between where a draw would decide. */
export interface AggregatorScore {
  index: number;
  maj: number;
  anyRight: boolean;
  agg: number;
  noCandidates: number;
  otherCandidates: number;
  weighted: number;
  bestByJudge: number;
  /** The vote of as many samples as group and aggregation together would have bought. */
  majEqualCost: number;
  /** The mean of further samples, of which the aggregation's tokens would have bought about one. */
  solveEqualCost: number;
  /** Tokens of the group, and what the aggregator wrote besides. */
  groupTokens: number;
  aggTokens: number;
}

/** One held-out problem, one group. `others` are another problem's attempts. */
export async function scoreAggregator(
  policy: LanguageModel,
  roles: RoleWriter,
  problem: Problem,
  others: readonly string[],
): Promise<{ score: Omit<AggregatorScore, "index">; attempts: string[] }> {
  const seed = hash32(problem.id);
  const setting = { temperature: 1, topP: 1, maxTokens: 256, seed };
  const drawn = await sampleProblem(policy, problem, DRAWN, setting);
  const group = drawn.slice(0, GROUP);
  const lab = roleLab({ question: problem.question, seed, expected: problem.answer }, roles);
  const run = async (method: Method) => shareOf(await method.run(drawnPool(group), GROUP, lab));
  const reread = async (attempts: readonly string[]) => {
    const asked = [{ prompt: trainedPrompt(problem.question, attempts), samples: 1 }];
    const [[sample]] = (await lab.ask("aggregator", asked, 0)) as [[never]];
    return Number(toCandidate(sample, problem.answer).correct);
  };
  const attempts = group.map(({ sample }) => attemptText(sample.text));
  const aggregated = await aggregation.run(drawnPool(group), GROUP, lab);
  const aggTokens = (aggregated?.readings ?? []).reduce((sum, { sample }) => sum + sample.tokens, 0);
  const groupTokens = tokensOf(group);
  const affordable = Math.round((groupTokens + aggTokens) / (tokensOf(drawn) / DRAWN));
  const further = drawn.slice(GROUP);
  return {
    attempts,
    score: {
      maj: vote(group),
      anyRight: group.some(({ correct }) => correct),
      agg: shareOf(aggregated),
      noCandidates: await reread([]),
      otherCandidates: await reread(others),
      weighted: await run(judgeWeighted),
      bestByJudge: await run(bestOfN),
      majEqualCost: vote(drawn.slice(0, affordable)),
      solveEqualCost: further.filter(({ correct }) => correct).length / further.length,
      groupTokens,
      aggTokens,
    },
  };
}

const tokensOf = (candidates: readonly Candidate[]) =>
  candidates.reduce((sum, { sample }) => sum + sample.tokens, 0);

const vote = (candidates: readonly Candidate[]) =>
  shareOf(majority.select(candidates, clusterCandidates(candidates)));

function shareOf(selection: Awaited<ReturnType<Method["run"]>>): number {
  const { right, of } = selection?.expectedAccuracy ?? { right: 0, of: 1 };
  return right / of;
}

import type { LanguageModel } from "../../engine/language-model";
import { hash32 } from "../../lab/random";
import { problemOutcome, sampleCounts } from "../../lab/sweep/problem-outcome";
import { SECOND_SAMPLE } from "../../lab/lessons/second-sample";
import type { Problem } from "../../lab/tasks/task";
import type { VotedProblem } from "../../metrics/accuracy-curve";
import { startProgress } from "../evaluation/progress";
import { sampleProblem } from "../evaluation/sample-problem";
import type { Setting } from "../evaluation/score-part";

/** The votes of all problems' samples, each problem under its own seed, as `npm run eval` draws them. */
export async function voteOnMany(
  model: LanguageModel,
  problems: readonly Problem[],
  setting: Setting,
): Promise<VotedProblem[]> {
  const { samples } = SECOND_SAMPLE;
  const progress = startProgress(problems.length, "problems");
  const voted: VotedProblem[] = [];
  let total = 0;
  for (const [number, problem] of problems.entries()) {
    const candidates = await sampleProblem(model, problem, samples, { ...setting, seed: hash32(problem.id) });
    const { majorityAt } = await problemOutcome(number, candidates, [], sampleCounts(samples));
    const tokens = candidates.reduce((sum, { sample }) => sum + sample.tokens, 0);
    voted.push({ majorityAt, tokens: tokens / samples });
    progress(number + 1, (total += tokens));
  }
  return voted;
}

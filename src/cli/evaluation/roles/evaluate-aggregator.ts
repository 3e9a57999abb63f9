import type { Problem } from "../../../lab/tasks/task";
import { partOfJob, runJobs } from "../jobs";
import { openModel } from "../open-model";
import type { EvalOptions } from "../options";
import { problemSet } from "../problem-set";
import { startProgress } from "../progress";
import { openRoles } from "../role-models";
import type { Part } from "../score-part";
import { type AggregatorScore, scoreAggregator } from "./aggregator-problem";
import { aggregatorJson, aggregatorTable } from "./aggregator-report";

/** `npm run eval -- --role aggregator`: one group of attempts at each of many held-out problems. */
export async function evaluateAggregator(options: EvalOptions): Promise<void> {
  const problems = problemSet(options);
  const part = partOfJob();
  if (part) {
    await scorePart(options, problems, part, (score) => process.send!(score));
    process.disconnect();
    return;
  }
  const scores: AggregatorScore[] = [];
  const progress = startProgress(problems.length, "problems");
  let tokens = 0;
  const take = (score: AggregatorScore) => {
    scores.push(score);
    progress(scores.length, (tokens += score.groupTokens + score.aggTokens));
  };
  if (options.jobs > 1) await runJobs(options.jobs, take);
  else await scorePart(options, problems, { part: 0, parts: 1 }, take);
  scores.sort((a, b) => a.index - b.index);
  console.log(`${aggregatorTable(scores)}\n\n${aggregatorJson(scores)}`);
}

async function scorePart(
  options: EvalOptions,
  problems: readonly Problem[],
  { part, parts }: Part,
  onScored: (score: AggregatorScore) => void,
): Promise<void> {
  const { model } = await openModel(options.model, options);
  const roles = await openRoles(["aggregator", "judge"], { aggregator: options.roleWeights });
  let others: string[] = [];
  for (const [index, problem] of problems.entries()) {
    if (index % parts !== part) continue;
    const { score, attempts } = await scoreAggregator(model, roles, problem, others);
    others = attempts;
    onScored({ index, ...score });
  }
}

// Measures a model on held-out problems with the page's own engine and lab code.
// npm run eval -- --model pocket-policy --count 500 --n 16 [--seed 0] [--level 3] [--split test|novel]
//   [--role aggregator|pair-judge|clip] [--weights folder] [--role-weights folder]
//   [--temperature 1] [--top-p 1] [--graph onnx/model_q4.onnx] [--methods first,majority,adaptive] [--json file] [--jobs 2]
// The last line of output is one JSON document, for the sampling asked for (temperature 1, top-p 1 unless said otherwise):
// shares of the samples, or with --methods each method's accuracy and tokens; judge and aggregator load where a method asks them.
import { writeFileSync } from "node:fs";
import { MODELS } from "../../models";
import { summarize } from "../metrics/summary";
import { partOfJob, runJobs } from "./evaluation/jobs";
import { openModel } from "./evaluation/open-model";
import { type EvalOptions, readEvalOptions } from "./evaluation/options";
import { problemSet } from "./evaluation/problem-set";
import { startProgress } from "./evaluation/progress";
import { compareMethods, methodJson, methodTable } from "./evaluation/method-report";
import { reportJson, reportTable } from "./evaluation/report";
import { evaluateAggregator } from "./evaluation/roles/evaluate-aggregator";
import { evaluateJudge } from "./evaluation/roles/evaluate-judge";
import { openRolesOf } from "./evaluation/role-models";
import { type Part, type Scored, scorePart, type Setting, type Work } from "./evaluation/score-part";

/** What was asked for and, beside it, what the page recommends where that differs. */
function settingsOf({ model, temperature, topP }: EvalOptions): Setting[] {
  const { recommended } = MODELS.find(({ id }) => id === model)!;
  const asked = { temperature, topP, maxTokens: recommended.maxTokens };
  const same = temperature === recommended.temperature && topP === recommended.topP;
  return same ? [asked] : [asked, recommended];
}

function workOf(options: EvalOptions): Work {
  const { n, methods = [] } = options;
  const settings = settingsOf(options);
  return {
    problems: problemSet(options),
    n,
    methods,
    settings: methods.length > 0 ? settings.slice(0, 1) : settings,
  };
}

async function evaluate(options: EvalOptions): Promise<void> {
  const work = workOf(options);
  const all: Scored[] = [];
  let tokens = 0;
  const progress = startProgress(work.problems.length, "problems");
  const take = (scored: Scored) => {
    all.push(scored);
    progress(all.length, (tokens += scored.tokens));
  };
  if (options.jobs > 1) {
    await runJobs(options.jobs, take);
  } else {
    await answerPart(options, work, { part: 0, parts: 1 }, take);
  }
  all.sort((a, b) => a.index - b.index);
  report(options, work, all);
}

async function answerPart(
  options: EvalOptions,
  work: Work,
  part: Part,
  onScored: (scored: Scored) => void,
): Promise<void> {
  const { model } = await openModel(options.model, options);
  await scorePart(model, work, part, onScored, await openRolesOf(work.methods));
}

function report(
  options: EvalOptions,
  { problems, n, settings, methods }: Work,
  all: readonly Scored[],
): void {
  const { model, graph, task, level, split, seed, count, json } = options;
  const columns = settings.map(({ temperature, topP }, i) => ({
    title: `temperature ${temperature}, top-p ${topP}${i > 0 ? " (the page's)" : ""}`,
    summary: summarize(all.map(({ scores }) => scores[i]!)),
  }));
  const what = `${model}${graph ? ` (${graph})` : ""}, ${task.label} level ${level}, split ${split}, seed ${seed}`;
  console.log(`${what}: ${problems.length} problems × ${n} samples`);
  if (problems.length < count)
    console.log(`There are no more different problems of this kind, though ${count} were asked for.`);
  console.log(`\n${reportTable(columns, n)}\n`);
  const compared = compareMethods(methods, all.map(({ outcomes }) => outcomes)); // prettier-ignore
  if (methods.length > 0) console.log(`${methodTable(compared)}\n`);
  if (json) {
    const asked = { model, graph, task: task.id, level, split, seed, n };
    const results = columns.map(({ summary }, i) => ({ setting: settings[i], summary }));
    writeFileSync(json, `${JSON.stringify({ ...asked, results, problems: all }, null, 1)}\n`);
  }
  console.log(methods.length > 0 ? methodJson(compared) : reportJson(columns[0]!.summary, n));
}

try {
  const options = readEvalOptions(process.argv.slice(2));
  const part = partOfJob();
  if (options.role === "aggregator") await evaluateAggregator(options);
  else if (options.role === "pair-judge") await evaluateJudge(options);
  else if (options.role === "clip") {
    const { evaluateClip } = await import("./evaluation/clip/evaluate-clip");
    await evaluateClip(options);
  } else if (part) {
    await answerPart(options, workOf(options), part, (scored) => process.send!(scored));
    process.disconnect();
  } else {
    await evaluate(options);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

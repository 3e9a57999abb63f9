import { hash32, seededRandom } from "../../../lab/random";
import { roleLab, type RoleWriter } from "../../../lab/role-lab";
import type { LanguageModel } from "../../../engine/language-model";
import { problems } from "../../../lab/tasks/problems";
import type { Problem } from "../../../lab/tasks/task";
import { drawPair, type JudgePair } from "../../../lab/pairs/draw-pair";
import { openModel } from "../open-model";
import type { EvalOptions } from "../options";
import { startProgress } from "../progress";
import { openJudge } from "../role-models";
import { sampleProblem } from "../sample-problem";
import { type PairScore, scorePair } from "./judge-pair";
import { judgeJson, judgeTable } from "./judge-report";

/** Samples of a problem among which a pair is looked for. */
const SAMPLES = 8;
/** So many of the pairs are judged several times as well. */
const CURVED = 300;

/** `npm run eval -- --role pair-judge`: pairs of solutions of which exactly one is right, each problem once. */
export async function evaluateJudge(options: EvalOptions): Promise<void> {
  const { model: policy } = await openModel(options.model, options);
  const [judge, untrained] = [
    await openJudge("pocket-judge", options.roleWeights),
    await openJudge("pocket-judge-untrained"),
  ];
  const [trainedScores, untrainedScores]: [PairScore[], PairScore[]] = [[], []];
  const progress = startProgress(options.count, "pairs");
  let tokens = 0;
  for await (const { problem, pair } of pairs(policy, options)) {
    const index = trainedScores.length;
    const score = async (writer: RoleWriter, curves: boolean) => {
      const lab = roleLab({ question: problem.question, seed: hash32(problem.id) }, writer);
      return { index, ...(await scorePair(lab, pair, curves)) };
    };
    trainedScores.push(await score(judge, index < CURVED));
    untrainedScores.push(await score(untrained, false));
    progress(trainedScores.length, (tokens += trainedScores.at(-1)!.tokens + untrainedScores.at(-1)!.tokens));
    if (trainedScores.length === options.count) break;
  }
  console.log(`Trained\n${judgeTable(trainedScores)}\n\nThe form alone\n${judgeTable(untrainedScores)}\n`);
  console.log(judgeJson(trainedScores, untrainedScores));
}

/** One pair of each held-out problem that has one, in the problems' order. */
async function* pairs(
  policy: LanguageModel,
  { task, level, seed, split, count }: EvalOptions,
): AsyncGenerator<{ problem: Problem; pair: JudgePair }> {
  const setting = { temperature: 1, topP: 1, maxTokens: 256 };
  for (const problem of problems(task, { level, seed, split, count: 10 * count })) {
    const drawn = await sampleProblem(policy, problem, SAMPLES, { ...setting, seed: hash32(problem.id) });
    const samples = drawn.map(({ sample, correct }) => ({ text: sample.text, right: correct === true }));
    const pair = drawPair(seededRandom("pair", problem.id), { samples });
    if (pair) yield { problem, pair };
  }
}

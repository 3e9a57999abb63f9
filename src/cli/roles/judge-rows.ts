import { extractAnswer } from "../../lab/answers/extract";
import { trainedPairPrompt, trainedPointPrompt } from "../../lab/methods/judging/trained-prompts";
import { pick, seededRandom } from "../../lab/random";
import type { CandidateLine } from "./candidate-lines";
import { drawnPairJudgement, drawnPointJudgement } from "./judge-form";
import { drawPair } from "../../lab/pairs/draw-pair";
import type { RowOptions, RoleRow } from "./role-row";

/** Both orders of a pair of solutions, then each of the two by itself. */
export function* judgeRows(line: CandidateLine, options: RowOptions): Generator<RoleRow> {
  for (let group = 0; group < options.groups; group++) {
    const random = seededRandom("judge", options.seed, line.id, group);
    const pair = drawPair(random, line);
    if (!pair) continue;
    const { better, worse } = pair;
    const unit = `${line.id} ${group}`;
    const pairwise = { unit, reward: options.oneOrder ? "verdict" : "consistent" } as const;
    const order = (a: string, b: string): RoleRow => ({
      question: trainedPairPrompt(line.question, a, b),
      solution: drawnPairJudgement(random, line.solution, a, b),
      answer: a === better ? "A" : "B",
      ...pairwise,
    });
    const orders = [order(better, worse), order(worse, better)];
    yield* options.oneOrder ? [pick(random, orders)] : orders;
    const others = [better, worse].map((one) => extractAnswer(one)!.text);
    for (const solution of [better, worse]) {
      yield {
        question: trainedPointPrompt(line.question, solution),
        solution: drawnPointJudgement(random, line.solution, solution, others),
        answer: line.answer,
        unit: `${unit} scores`,
        reward: "order",
      };
    }
  }
}

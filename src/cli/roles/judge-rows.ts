import { trainedPairPrompt, trainedPointPrompt } from "../../lab/methods/judging/trained-prompts";
import { integer, pick, type Random, seededRandom } from "../../lab/random";
import type { CandidateLine } from "./candidate-lines";
import { drawPair } from "./judge-pairs";
import type { RowOptions, RoleRow } from "./role-row";

/** Both orders of a pair of solutions, then each of the two by itself. The supervised targets teach the form alone: verdict and scores are drawn. */
export function* judgeRows(line: CandidateLine, options: RowOptions): Generator<RoleRow> {
  for (let group = 0; group < options.groups; group++) {
    const random = seededRandom("judge", options.seed, line.id, group);
    const pair = drawPair(random, line);
    if (!pair) continue;
    const { better, worse } = pair;
    const unit = `${line.id} ${group}`;
    const pairwise = { unit, reward: options.oneOrder ? "verdict" : "consistent" } as const;
    const orders = [
      { question: trainedPairPrompt(line.question, better, worse), answer: "A", ...pairwise },
      { question: trainedPairPrompt(line.question, worse, better), answer: "B", ...pairwise },
    ];
    const shown = options.oneOrder ? [pick(random, orders)] : orders;
    yield* shown.map((row) => ({ ...row, solution: thought(line) + drawnVerdict(random) }));
    const pointwise = { unit: `${unit} scores`, reward: "order", answer: line.answer } as const;
    for (const solution of [better, worse]) {
      const question = trainedPointPrompt(line.question, solution);
      yield { question, ...pointwise, solution: thought(line) + drawnScore(random) };
    }
  }
}

/** A solution as the judge's own model was trained to write: what it may learn to set beside what it judges (J1's "reference answer"). */
const thought = ({ solution }: CandidateLine) => `<think>\n${solution}\n</think>\n`;

function drawnVerdict(random: Random): string {
  const scores = [integer(random, 0, 10), integer(random, 0, 10)];
  return `A: ${scores[0]}\nB: ${scores[1]}\nVerdict: ${pick(random, ["A", "B"])}`;
}

const drawnScore = (random: Random) => `Score: ${integer(random, 0, 10)}`;

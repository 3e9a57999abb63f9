import { extractAnswer } from "../../lab/answers/extract";
import { attemptText } from "../../lab/methods/aggregation/attempt-text";
import {
  readAttempts,
  trainedChoicePrompt,
  trainedPrompt,
} from "../../lab/methods/aggregation/trained-prompt";
import { integer, pick, type Random, seededRandom, shuffle } from "../../lab/random";
import type { CandidateLine } from "./candidate-lines";
import type { RoleRow, RowOptions } from "./role-row";

type Attempt = CandidateLine["samples"][number];

/** So many groups are also asked which attempt to trust, where some are right and some wrong. */
const CHOICES = 0.3;

/** Groups of attempts at one problem, drawn without replacement and in random order. */
export function* aggregatorRows(line: CandidateLine, options: RowOptions): Generator<RoleRow> {
  for (let group = 0; group < options.groups; group++) {
    const random = seededRandom("aggregator", options.seed, line.id, group);
    const m = Math.min(options.m || drawnCount(random), line.samples.length);
    const attempts = shuffle(random, line.samples).slice(0, m);
    const texts = attempts.map(({ text }) => attemptText(text));
    const known = { marks: marks(line, attempts, texts), hard: isHard(attempts, line.answer) };
    const { question, solution, answer } = line;
    yield { question: trainedPrompt(question, texts), solution, answer, reward: "answer", ...known };
    const right = texts.flatMap((_, at) => (attempts[at]!.right ? [`#${at + 1}`] : []));
    if (right.length > 0 && right.length < m && random() < CHOICES) {
      const choice = { answer: right.join(" "), solution: pick(random, right), reward: "choice" as const };
      yield { question: trainedChoicePrompt(question, texts), ...choice, ...known };
    }
  }
}

const drawnCount = (random: Random) => (random() < 0.6 ? 8 : integer(random, 2, 12));

/** The vote is wrong, or no surer than a draw. */
function isHard(attempts: readonly Attempt[], expected: string): boolean {
  const votes = new Map<string, number>();
  for (const { text } of attempts) {
    const answer = extractAnswer(text)?.text;
    if (answer !== undefined) votes.set(answer, (votes.get(answer) ?? 0) + 1);
  }
  const right = votes.get(expected) ?? 0;
  return right === 0 || [...votes].some(([answer, count]) => answer !== expected && count >= right);
}

/** After each line of each attempt: does it stand in the right solution too? After its last: is its answer right? */
function marks(
  { question, solution }: CandidateLine,
  attempts: readonly Attempt[],
  texts: readonly string[],
): [number, string][] {
  const right = new Set(attemptText(solution).split("\n"));
  return texts.flatMap((text, at) => {
    let end = readAttempts(question, texts.slice(0, at)).length + `\n#${at + 1}\n`.length;
    const lines = text.split("\n");
    return lines.map((line, number): [number, string] => {
      end += line.length + 1;
      const good = number === lines.length - 1 ? attempts[at]!.right : right.has(line);
      return [end, good ? "y" : "n"];
    });
  });
}

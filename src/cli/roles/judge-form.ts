import { extractAnswer } from "../../lab/answers/extract";
import { integer, type Random } from "../../lab/random";

/**
 * What a judgement looks like: a solution of the judge's own, what each of the two answers, whom to trust, scores, and the verdict. The
 * form alone: whom it trusts is drawn, and the rest follows from that.
 */
export function drawnPairJudgement(random: Random, own: string, a: string, b: string): string {
  const answers = { A: answerOf(a), B: answerOf(b) };
  const trusted = random() < 0.5 ? "A" : "B";
  const [high, low] = [integer(random, 6, 10), integer(random, 0, 4)];
  const scores = trusted === "A" ? [high, low] : [low, high];
  const thought = `${own}\nA: ${answers.A}\nB: ${answers.B}\nAnswer: ${answers[trusted]} ${trusted}`;
  return `<think>\n${thought}\n</think>\nA: ${scores[0]}\nB: ${scores[1]}\nVerdict: ${trusted}`;
}

/** The same of one solution: the score is drawn. */
export function drawnPointJudgement(random: Random, own: string, a: string): string {
  return `<think>\n${own}\nA: ${answerOf(a)}\n</think>\nScore: ${integer(random, 0, 10)}`;
}

const answerOf = (solution: string) => extractAnswer(solution)?.text ?? "";

import { extractAnswer } from "../../lab/answers/extract";
import { pick, type Random } from "../../lab/random";

/** The same each time: scores that are drawn are so much noise that reinforcement learning does not hear what it is rewarded for. */
const [HIGH, LOW] = [9, 1];

/**
 * What a judgement looks like: a solution of the judge's own, what the two answer, an answer to trust and whose it is, scores, and the
 * verdict. The form alone: which answer is trusted is drawn, and the rest follows from that.
 */
export function drawnPairJudgement(random: Random, own: string, a: string, b: string): string {
  const answers = { A: answerOf(a), B: answerOf(b) };
  const trusted = random() < 0.5 ? "A" : "B";
  const scores = trusted === "A" ? [HIGH, LOW] : [LOW, HIGH];
  const thought = `${own}\nA: ${answers.A}\nB: ${answers.B}\nAnswer: ${answers[trusted]} ${trusted}`;
  return `<think>\n${thought}\n</think>\nA: ${scores[0]}\nB: ${scores[1]}\nVerdict: ${trusted}`;
}

/** The same of one solution. `others` are answers that it may be trusted less than; nobody's answer is B's. */
export function drawnPointJudgement(
  random: Random,
  own: string,
  a: string,
  others: readonly string[],
): string {
  const answer = answerOf(a);
  const different = others.filter((one) => one !== answer);
  const trusted = random() < 0.5 || different.length === 0 ? answer : pick(random, different);
  const isHis = trusted === answer;
  const thought = `${own}\nA: ${answer}\nAnswer: ${trusted} ${isHis ? "A" : "B"}`;
  return `<think>\n${thought}\n</think>\nScore: ${isHis ? HIGH : LOW}`;
}

const answerOf = (solution: string) => extractAnswer(solution)?.text ?? "";

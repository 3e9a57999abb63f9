import { extractAnswer } from "../answers/extract";

/** The right answer as a data set gives it: alone, or at the end of a solution after `####` or in a box. */
export function expectedAnswer(text: string): string {
  const answer = extractAnswer(text);
  return answer?.form === "boxed" || answer?.form === "marked" ? answer.text : text.trim();
}

/** The answer a recorded solution gives. */
export function solutionAnswer(text: string): string | null {
  return extractAnswer(text)?.text ?? null;
}

import { extractAnswer } from "../answers/extract";

const HASHES = "####";

/** What follows the last `####`, if that is the last line: how GSM8K writes its answers. Elsewhere `####` begins a heading. */
export function afterHashes(text: string): string | null {
  const at = text.lastIndexOf(HASHES);
  if (at < 0) return null;
  const rest = text.slice(at + HASHES.length).trim();
  return rest === "" || rest.includes("\n") ? null : rest;
}

/** The right answer as a data set gives it: alone, or at the end of a solution after `####` or in a box. */
export function expectedAnswer(text: string): string {
  const answer = extractAnswer(text);
  return afterHashes(text) ?? (answer?.form === "boxed" ? answer.text : text.trim());
}

/** The answer a recorded solution gives: boxed, after `####`, or in one of the other forms. */
export function solutionAnswer(text: string): string | null {
  const answer = extractAnswer(text);
  return (answer?.form === "boxed" ? answer.text : (afterHashes(text) ?? answer?.text)) ?? null;
}

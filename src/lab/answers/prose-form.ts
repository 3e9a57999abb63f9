import type { Found } from "./answer";
import { trimmed } from "./trimmed";

const PHRASE = /\bthe (?:final |correct )?answer is\b:?/gi;
/** A sentence ends, or goes on to say why. A full stop inside a number ends neither. */
// Spaces are looked at from the first of a run only, so that a long run does not take quadratic time.
const END = /[.!?;](?=[\s*_]|$)|\n|,?(?<!\s)\s+(?:because|since|so|which)\b/i;

/** What follows the last "the answer is", as far as the sentence goes. */
export function findProseForm(text: string): Found | null {
  for (const match of [...text.matchAll(PHRASE)].reverse()) {
    const start = match.index + match[0].length;
    const found = trimmed(text, start, start + sentenceLength(text.slice(start)));
    if (found) return found;
  }
  return null;
}

function sentenceLength(rest: string): number {
  const lead = /^[\s*_:]*/.exec(rest)![0].length; // "The answer is:" may put the answer on the next line.
  const end = END.exec(rest.slice(lead));
  return lead + (end ? end.index : rest.length - lead);
}

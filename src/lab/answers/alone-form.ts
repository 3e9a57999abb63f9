import type { Found } from "./answer";
import { answerKey } from "./equivalence";
import { trimmed } from "./trimmed";

/** Longer texts are no answers by themselves. */
const LONGEST = 40;
const BOLD = /\*\*([^*\n]{1,40})\*\*/g;

/**
 * An answer that nothing announces: a text that is no more than a number or the letter of a choice, or the last number in bold
 * on the last line.
 */
export function findAlone(text: string): Found | null {
  const whole = text.trimEnd();
  const start = whole.lastIndexOf("\n") + 1;
  if (start === 0 && whole.length <= LONGEST) {
    const found = trimmed(text, 0, whole.length);
    if (found && /^(?:number|choice) /.test(answerKey(found.text))) return found;
  }
  for (const match of [...whole.slice(start).matchAll(BOLD)].reverse()) {
    const from = start + match.index + 2;
    const found = trimmed(text, from, from + match[1]!.length);
    if (found && answerKey(found.text).startsWith("number ")) return found;
  }
  return null;
}

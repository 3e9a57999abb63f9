import type { Found } from "./answer";
import { trimmed } from "./trimmed";

const ANSWER = /^\s*\**Answer:/i;

/** What stands after `Answer:` on the last line that is not blank: how the pocket models end every solution. */
export function findPocketForm(text: string): Found | null {
  const whole = text.trimEnd();
  const lineStart = whole.lastIndexOf("\n") + 1;
  const match = ANSWER.exec(whole.slice(lineStart));
  return match && trimmed(text, lineStart + match[0].length, whole.length);
}

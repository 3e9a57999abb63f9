import type { Found } from "./answer";
import { trimmed } from "./trimmed";

const LAST_LINE = /(?:^|\n)[^\S\n]*\**Answer:([^\n]*)\s*$/i;

/** What stands after `Answer:` on the last line that is not blank: how the pocket models end every solution. */
export function findPocketForm(text: string): Found | null {
  const match = LAST_LINE.exec(text);
  if (!match) return null;
  const start = match.index + match[0].indexOf(":") + 1;
  return trimmed(text, start, start + match[1]!.length);
}

import type { Found } from "./answer";
import { trimmed } from "./trimmed";

const HASHES = "####";
const [OPEN, CLOSE] = ["<answer>", "</answer>"];

/** What stands between `<answer>` and `</answer>`, the last time, or after `####`. */
export function findMarked(text: string): Found | null {
  const end = text.lastIndexOf(CLOSE);
  const start = end < 0 ? -1 : text.lastIndexOf(OPEN, end);
  return (start < 0 ? null : trimmed(text, start + OPEN.length, end)) ?? findAfterHashes(text);
}

/**
 * What follows the last `####`, if that is the last line, or a number before another question: how GSM8K writes its answers.
 * Elsewhere `####` begins a heading.
 */
function findAfterHashes(text: string): Found | null {
  const at = text.lastIndexOf(HASHES);
  if (at < 0) return null;
  const start = at + HASHES.length;
  const rest = text.slice(start);
  const line = /^[ \t]*[^\n]*/.exec(rest)![0];
  const isLast = rest.slice(line.length).trim() === "";
  return isLast || /^[-+−$€£\s\d.,/%]*\d[\s\d.,/%]*$/.test(line)
    ? trimmed(text, start, start + line.length)
    : null;
}

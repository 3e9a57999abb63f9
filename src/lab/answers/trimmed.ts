import type { Found } from "./answer";
import { withoutEnd } from "./without-end";

const BEFORE = /^[\s*_:：`]+/;
const AFTER = /[\s*_.,;:!?。，！？；：।`]/;

/** The part of a text from `start` to `end` without the spaces, emphasis and punctuation around it; null if none is left. */
export function trimmed(text: string, start: number, end: number): Found | null {
  const whole = text.slice(start, end);
  const from = start + (BEFORE.exec(whole)?.[0].length ?? 0);
  const inner = withoutEnd(text.slice(from, end), (character) => AFTER.test(character));
  return inner === "" ? null : { text: inner, start: from, end: from + inner.length };
}

import { plainText } from "../plain-text";
import type { Words } from "./value";

const TEXT_BOX = /^\\(?:text[a-z]*|mbox|mathrm|mathbf|operatorname)\s*\{([^{}]*)\}$/;
const NOT_WORDS = /[\\^_{}=<>+*|[\]]/;

const TIME = /^\d{1,2}:[0-5]\d\s*(?:[ap]\.?m\.?)?$/i;

/** Times of day, words in a text box, letters of a word, or several words; null for what might be mathematics. */
export function readWords(text: string): Words | null {
  if (TIME.test(text) && /:0|m/i.test(text)) return { kind: "words", text };
  const inside = TEXT_BOX.exec(text)?.[1];
  if (inside !== undefined && /\p{L}/u.test(inside)) return { kind: "words", text: inside.trim() };
  return /^\(?\p{L}{3,}[.!]?\)?$/u.test(text) && !/^[ivxlcdm]+$/.test(text) ? { kind: "words", text } : null;
}

/** What else has a word and none of the signs of mathematics. */
export function readLooseWords(text: string): Words | null {
  const plain = plainText(text);
  return /\p{L}{2}/u.test(plain) && !NOT_WORDS.test(plain) ? { kind: "words", text: plain } : null;
}

/** Letters and digits in lower case, one space where anything else was: `(C)` and `c` are the same. */
export function wordsKey(text: string): string {
  return plainText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

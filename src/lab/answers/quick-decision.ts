import type { Decision } from "./decision";
import { answerKey } from "./equivalence";
import { shown } from "./math/shown";
import { plainText } from "./plain-text";

const FACTORIAL = /[\p{L}\d)}]\s*!/u;

/** What can be compared of an answer without reading mathematics. */
export interface PlainAnswer {
  text: string;
  /** Null where a key would say too little: of nothing, and of a factorial, which it takes for an exclamation. */
  key: string | null;
}

/** Stricter than `answerKey`, for which `x` is `X`. */
export function plainAnswer(text: string): PlainAnswer {
  const key = answerKey(text);
  if (key === "text " || FACTORIAL.test(text)) return { text, key: null };
  return { text, key: key.startsWith("number ") ? key : `text ${plainText(text)}` };
}

/** Equal, where two answers are plainly the same number or text; otherwise null. */
export function quickDecision(gold: PlainAnswer, answer: PlainAnswer): Decision | null {
  if (gold.key === null || gold.key !== answer.key) return null;
  const [ours, theirs] = [shown(gold.text), shown(answer.text)];
  return {
    verdict: "equal",
    because: ours === theirs ? `both are ${ours}` : `${ours} = ${theirs}`,
    steps: [],
  };
}

import type { Decision } from "./decision";
import { answerKey } from "./equivalence";
import { shown } from "./math/shown";

/** What can be compared of an answer without reading mathematics. */
export interface PlainAnswer {
  text: string;
  /** Null for nothing. */
  key: string | null;
}

export function plainAnswer(text: string): PlainAnswer {
  const key = answerKey(text);
  return { text, key: key === "text " ? null : key };
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

import type { Decision } from "./decision";
import { answerKey } from "./equivalence";
import { shown } from "./math/shown";
import { plainText } from "./plain-text";

const FACTORIAL = /[\p{L}\d)}]\s*!/u;

/**
 * Equal, where two answers are the same number or text, which is told without reading mathematics; otherwise null. Stricter
 * than `equivalent`, for which `x` is `X` and `5!` an exclamation.
 */
export function quickDecision(gold: string, answer: string): Decision | null {
  const key = answerKey(gold);
  if (key === "text " || key !== answerKey(answer) || FACTORIAL.test(gold) || FACTORIAL.test(answer))
    return null;
  if (key.startsWith("text ") && plainText(gold) !== plainText(answer)) return null;
  const [ours, theirs] = [shown(gold), shown(answer)];
  return {
    verdict: "equal",
    because: ours === theirs ? `both are ${ours}` : `${ours} = ${theirs}`,
    steps: [],
  };
}

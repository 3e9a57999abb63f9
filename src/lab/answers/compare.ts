import type { Decision } from "./decision";
import { quickDecision } from "./quick-decision";

export type { Decision, Verdict } from "./decision";

/**
 * Whether an answer is the expected one, as mathematics, and why. What reads mathematics (some 130 KB) is loaded when first
 * needed: where the two are not plainly the same number or text. Rejects only if it cannot be loaded.
 */
export async function compareAnswers(gold: string, answer: string): Promise<Decision> {
  const quick = quickDecision(gold, answer);
  if (quick) return quick;
  const { decide } = await import("./equality");
  return decide(gold, answer);
}

import type { Decision } from "./decision";
import { plainAnswer, quickDecision } from "./quick-decision";

export type { Decision, Verdict } from "./decision";

type Decide = (gold: string, answer: string) => Decision;

let loading: Promise<Decide> | null = null;

/** What compares two answers as mathematics (some 120 KB), loaded the first time. Rejects if it cannot be loaded; then the next call tries again. */
export function loadMathematics(): Promise<Decide> {
  loading ??= import("./equality").then(
    ({ decide }) => decide,
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

/**
 * Whether an answer is the expected one, as mathematics, and why. Loads what it needs for that only where the two are not
 * plainly the same number or text. Rejects only if it cannot be loaded.
 */
export async function compareAnswers(gold: string, answer: string): Promise<Decision> {
  const quick = quickDecision(plainAnswer(gold), plainAnswer(answer));
  return quick ?? (await loadMathematics())(gold, answer);
}

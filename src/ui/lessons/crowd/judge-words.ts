import type { AttemptPair, JudgeId } from "../../../lab/lessons/crowd-wrong";

export const JUDGE_WORDS: Record<JudgeId, string> = { before: "before training", after: "after training" };

type Preferred = keyof AttemptPair | null;

/** What a judge makes of a pair, from what it preferred with the right try first, and with the wrong one first. */
export function verdictsInWords([first, second]: readonly Preferred[]): string {
  if (!first || !second) return "gives no verdict every time.";
  if (first !== second)
    return first === "right"
      ? "takes what stands first, both times: the order decides."
      : "takes what stands second, both times: the order decides.";
  return first === "right"
    ? "finds the right one in both orders."
    : "stays with the wrong one in both orders: steady, and wrong.";
}

import { compareAnswers } from "./compare";
import { explained, reasonOf } from "./explained";
import { shown } from "./math/shown";

/** Why an answer counts as right or wrong: the end of a sentence that begins with "right" or "wrong". */
export async function whyRight(correct: boolean, expected: string, answer: string): Promise<string> {
  return explained(correct, await compareAnswers(expected, answer));
}

/**
 * Why an answer is in one cluster with the answer that the cluster is named by: they are equal, or both are equal to the
 * expected one, which is not always the same (0.333333 and 1/3 to six places).
 */
export async function whyTogether(first: string, answer: string, expected = ""): Promise<string> {
  const direct = await compareAnswers(first, answer);
  if (direct.because.startsWith("both are")) return `${shown(answer)}: ${reasonOf(direct)}`;
  if (direct.verdict === "equal" || !expected.trim()) return reasonOf(direct);
  const [ours, theirs] = [await compareAnswers(expected, first), await compareAnswers(expected, answer)];
  const both = ours.verdict === "equal" && theirs.verdict === "equal";
  return both ? `${reasonOf(ours)}, and ${reasonOf(theirs)}` : reasonOf(direct);
}

import { isComparable, isMathematical } from "./answers/comparable";
import { answerKey } from "./answers/equivalence";
import type { AnswerGroups } from "./answers/plain-groups";
import type { Candidate } from "./candidates";

/** The answers to a problem in the order in which they are grouped. */
export function answersOf(candidates: readonly Candidate[], expected = ""): string[] {
  const given = candidates.flatMap(({ answer }) => answer?.text ?? []);
  return expected.trim() ? [expected, ...given] : given;
}

/**
 * A candidate as it stands in the groups of a problem's answers: right if it is in that of the expected one. Neither right
 * nor wrong, and in no cluster, where mathematics has not told yet. The candidate itself where its plain key says the same.
 */
export function inGroup(candidate: Candidate, groups: AnswerGroups, expected = ""): Candidate {
  if (!candidate.answer) return candidate;
  const [key, right] = [answerKey(candidate.answer.text), answerKey(expected)];
  if (!isComparable(key)) return candidate;
  const { correct: before, ...rest } = candidate;
  const group = groups.get(key) ?? null;
  // A number stands where it is until a formula joins it.
  if (group === null) return [key, right].some(isMathematical) ? { ...rest, group } : candidate;
  const correct = expected.trim() ? groups.get(right) === group : before;
  if (group === key && correct === before) return candidate;
  return { ...rest, ...(group !== key && { group }), ...(correct !== undefined && { correct }) };
}

import { type AnswerGroups, groupAnswers, plainGroups } from "./answers/answer-groups";
import type { Comparing } from "./answers/answer-keys";
import { isComparable } from "./answers/comparable";
import { answerKey } from "./answers/equivalence";
import type { Candidate } from "./candidates";

/** The answers of a problem in the order in which they are grouped. */
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
  const key = answerKey(candidate.answer.text);
  if (!isComparable(key)) return candidate;
  const { correct: before, ...rest } = candidate;
  const group = groups.get(key) ?? null;
  if (group === null) return { ...rest, group };
  const correct = expected.trim() ? groups.get(answerKey(expected)) === group : before;
  if (group === key && correct === before) return candidate;
  return { ...rest, ...(group !== key && { group }), ...(correct !== undefined && { correct }) };
}

export interface Grouping extends Comparing {
  /** The right answer; blank where nobody knows it. */
  expected?: string | undefined;
  /** Whether what the candidates are said to be, right or wrong, stands over what their answers say. */
  labelled?: boolean;
}

/** All candidates of a problem, grouped by their answers. Loads mathematics only where plain keys leave something open. */
export async function groupCandidates(
  candidates: readonly Candidate[],
  { expected, labelled = false, ...comparing }: Grouping,
): Promise<readonly Candidate[]> {
  const answers = answersOf(candidates, expected);
  if (plainGroups(answers)) return candidates;
  const groups = await groupAnswers(answers, comparing);
  return candidates.map((one) => inGroup(one, groups, labelled ? "" : expected));
}

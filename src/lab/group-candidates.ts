import { groupAnswers } from "./answers/answer-groups";
import type { Comparing } from "./answers/answer-keys";
import { plainGroups } from "./answers/plain-groups";
import type { Candidate } from "./candidates";
import { answersOf, inGroup } from "./in-group";

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

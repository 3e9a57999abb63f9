import { AnswerKeys, type Comparing } from "./answer-keys";
import { answerKey } from "./equivalence";
import type { AnswerGroups } from "./plain-groups";

/** The groups of answers to a problem, the expected one first if there is one, then in the order of their samples. */
export async function groupAnswers(answers: readonly string[], comparing?: Comparing): Promise<AnswerGroups> {
  const keys = new AnswerKeys(comparing);
  const groups = new Map<string, string>();
  for (const answer of answers) {
    const group = keys.keyOf(answer);
    groups.set(answerKey(answer), typeof group === "string" ? group : await group);
  }
  return groups;
}

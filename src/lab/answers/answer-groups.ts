import { AnswerKeys, type Comparing } from "./answer-keys";
import { needMathematics } from "./comparable";
import { answerKey } from "./equivalence";

/** Of the key of each answer to a problem, the key of the group it is in. */
export type AnswerGroups = ReadonlyMap<string, string>;

/** The groups of answers whose plain keys decide: each key is one. Null where only mathematics can tell. */
export function plainGroups(answers: Iterable<string>): AnswerGroups | null {
  const keys = new Set([...answers].map(answerKey));
  return needMathematics(keys) ? null : new Map([...keys].map((key) => [key, key]));
}

/** The groups of answers, the expected one first if there is one, then in the order of their samples. */
export async function groupAnswers(answers: Iterable<string>, comparing?: Comparing): Promise<AnswerGroups> {
  const keys = new AnswerKeys(comparing);
  const groups = new Map<string, string>();
  for (const answer of answers) {
    const group = keys.keyOf(answer);
    groups.set(answerKey(answer), typeof group === "string" ? group : await group);
  }
  return groups;
}

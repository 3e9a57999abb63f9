import { needMathematics } from "./comparable";
import { answerKey } from "./equivalence";

/** Of the key of each answer to a problem, the key of the group it is in. */
export type AnswerGroups = ReadonlyMap<string, string>;

/** The groups of answers whose plain keys decide: each key is one. Null where only mathematics can tell. */
export function plainGroups(answers: readonly string[]): AnswerGroups | null {
  const keys = answers.map(answerKey);
  return needMathematics(keys) ? null : new Map(keys.map((key) => [key, key]));
}

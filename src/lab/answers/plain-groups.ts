import { needMathematics } from "./comparable";
import type { Decision } from "./decision";
import { answerKey } from "./equivalence";

/** Of the key of each answer to a problem, the key of the group it is in. */
export type AnswerGroups = ReadonlyMap<string, string>;

/** The groups of answers whose plain keys decide. Null where only mathematics can tell. */
export function plainGroups(answers: readonly string[]): AnswerGroups | null {
  return needMathematics(answers.map(answerKey)) ? null : groupsByKey(answers);
}

/** Each key is a group. */
export function groupsByKey(answers: readonly string[]): AnswerGroups {
  return new Map(answers.map((answer) => [answerKey(answer), answerKey(answer)]));
}

/** For what is compared from now on. */
export const nothingCompared = () => new Map<string, Decision>();

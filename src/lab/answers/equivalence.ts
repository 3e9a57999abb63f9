import { choiceOf, inOneCase } from "./letter-case";
import { parseNumber } from "./number";
import { plainText } from "./plain-text";
import { written } from "./rational";
import { withoutUnit } from "./units";

/** Longer answers are compared as texts: no answer that is a number is so long, and exact arithmetic on it would be slow. */
const LONGEST_NUMBER = 200;

/**
 * Two answers are equivalent if and only if their keys are equal, so equivalence is transitive and a Map can group by it.
 * A number's key is its exact value, that of a multiple choice its letter; any other answer's is its normalised text.
 * Never throws.
 */
export function answerKey(answer: string): string {
  const plain = plainText(answer);
  const number =
    plain.length <= LONGEST_NUMBER ? (parseNumber(plain) ?? parseNumber(withoutUnit(plain))) : null;
  if (number) return `number ${written(number)}`;
  const choice = choiceOf(plain);
  return choice ? `choice ${choice}` : `text ${inOneCase(plain)}`;
}

export function equivalent(a: string, b: string): boolean {
  return answerKey(a) === answerKey(b);
}

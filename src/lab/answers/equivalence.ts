import { parseNumber } from "./number";
import { plainText } from "./plain-text";
import { written } from "./rational";
import { withoutUnit } from "./units";

/** Longer answers are compared as texts: no answer that is a number is so long, and exact arithmetic on it would be slow. */
const LONGEST_NUMBER = 200;

/**
 * Two answers are equivalent if and only if their keys are equal, so equivalence is transitive and a Map can group by it.
 * A number's key is its exact value; any other answer's is its normalised text. Never throws.
 */
export function answerKey(answer: string): string {
  const plain = plainText(answer);
  const number =
    plain.length <= LONGEST_NUMBER ? (parseNumber(plain) ?? parseNumber(withoutUnit(plain))) : null;
  return number ? `number ${written(number)}` : `text ${plain.toLowerCase()}`;
}

export function equivalent(a: string, b: string): boolean {
  return answerKey(a) === answerKey(b);
}

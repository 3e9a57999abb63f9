const CHOICE = /^\(?\s*([A-Ja-j])\s*\)?$/;
const WORD = /\p{L}{2}/u;
/** Signs, digits beside letters, names of functions, and letters that stand alone though they are no choice, article or I. */
const MATHEMATICS =
  /[\\^_{}=<>+*|[\]√]|\d\p{L}|\p{L}\d|(?<![\p{L}'’])(?:[k-zK-Z]|a?(?:sin|cos|tan)h?|cot|sec|csc|log|ln|exp|lim|sqrt)(?!\p{L})/u;

/** The letter of a multiple choice that a plain text is, as a capital: of `B`, `b`, `(b)` and `B)`, B. Null for any other text. */
export function choiceOf(plain: string): string | null {
  return CHOICE.exec(plain)?.[1]?.toUpperCase() ?? null;
}

/**
 * The rule for capital letters, wherever answers are compared. In words they are the same letters, so those are made small:
 * `Yes` is `yes`. In mathematics a capital is another letter, so what may be mathematics is left as it is: `x` is not `X`,
 * nor `sin x` `sin X`. A letter from A to J alone is a choice, and the same either way (`choiceOf`).
 */
export function inOneCase(plain: string): string {
  return WORD.test(plain) && !MATHEMATICS.test(plain) ? plain.toLowerCase() : plain;
}

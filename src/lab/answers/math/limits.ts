/**
 * What is looked at, so that no answer takes long: everything beyond is "not comparable". Answers of people and models
 * stay far below; times were measured with the hostile inputs of `hostile.test.ts`.
 */
export const LIMITS = {
  /** UTF-16 units of a text in which an answer is looked for; of a longer one, its end. */
  prose: 20_000,
  /** UTF-16 units of one answer. */
  answer: 1000,
  /** UTF-16 units of one expression that is given to the LaTeX parser. */
  expression: 240,
  /** UTF-16 units given to the LaTeX parser in one reading of an answer. */
  parsed: 600,
  /** Brackets within brackets. */
  depth: 12,
  /** Elements of a list, a set or a tuple; entries of a matrix. */
  elements: 100,
  /** Vertical bars in one expression: which of them belong together is a guess, and guesses take time. */
  bars: 6,
  /** Numbers and operations of one expression. */
  nodes: 200,
  /** Bits of an exact number on the way to a result. */
  bits: 6000,
  /** Operations to find one value of an expression. */
  steps: 2000,
  /** Terms of a sum or a product that is written out. */
  terms: 200,
} as const;

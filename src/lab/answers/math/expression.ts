import type { Rational } from "../rational";

/** A scalar expression: what is left of LaTeX once it is understood. Heads are those of MathJSON (`Add`, `Power`, `Sin` …). */
export type Expression = NumberLeaf | SymbolLeaf | Call;

export interface NumberLeaf {
  number: Rational;
  /** Written with a decimal point, so perhaps rounded. */
  decimal: boolean;
}

export interface SymbolLeaf {
  symbol: string;
}

export interface Call {
  head: string;
  args: Expression[];
}

export const isNumber = (expression: Expression): expression is NumberLeaf => "number" in expression;
export const isSymbol = (expression: Expression): expression is SymbolLeaf => "symbol" in expression;
export const isCall = (expression: Expression): expression is Call => "head" in expression;

/** Symbols with a value of their own. */
export const CONSTANTS: ReadonlySet<string> = new Set([
  "Pi",
  "ExponentialE",
  "e",
  "i",
  "ImaginaryUnit",
  "PositiveInfinity",
  "NegativeInfinity",
]);

/** The free variables of an expression. */
export function variables(expression: Expression, found = new Set<string>()): Set<string> {
  if (isSymbol(expression) && !CONSTANTS.has(expression.symbol)) found.add(expression.symbol);
  if (isCall(expression)) for (const arg of expression.args) variables(arg, found);
  return found;
}

/** Whether it is a decimal, perhaps with a sign. */
export function isDecimal(expression: Expression): boolean {
  if (isNumber(expression)) return expression.decimal;
  return isCall(expression) && expression.head === "Negate" && isDecimal(expression.args[0]!);
}

/** 1 or -1 for an infinity written as such, otherwise 0. */
export function infiniteSign(expression: Expression): 1 | -1 | 0 {
  if (isSymbol(expression)) {
    if (expression.symbol === "PositiveInfinity") return 1;
    return expression.symbol === "NegativeInfinity" ? -1 : 0;
  }
  if (!isCall(expression) || expression.head !== "Negate") return 0;
  return -infiniteSign(expression.args[0]!) as 1 | -1 | 0;
}

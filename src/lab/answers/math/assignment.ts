import { type Expression, isCall, isSymbol, variables } from "./expression";
import type { Relation, Scalar, Value } from "./value";

/** Heads that may stand in a name: `|AB|`, `A:B`, `f(2)`, `x_{n+1}`, but no sum. */
const NAMING = new Set([
  "Multiply",
  "Divide",
  "Abs",
  "Subscript",
  "Angle",
  "Triangle",
  "OverVector",
  "Prime",
  "Conjugate",
]);

/** Whether a side only names something, so that what it is said to equal is the answer. */
export function isName(value: Value): boolean {
  if (value.kind === "words") return true;
  if (value.kind === "tuple" || value.kind === "set") return value.elements.every(isName);
  return value.kind === "scalar" && namesOnly(value.expression);
}

function namesOnly(expression: Expression): boolean {
  if (isSymbol(expression)) return true;
  if (!isCall(expression)) return false;
  return expression.head === "Call" || (NAMING.has(expression.head) && expression.args.every(namesOnly));
}

export const isEquation = (value: Value): value is Relation =>
  value.kind === "relation" && value.comparisons.every((comparison) => comparison === "=");

/** `x = 3`, `(p, q) = (3, 2)`, `x = 2 + 1 = 3`: a name and what it is. */
export const isAssignment = (value: Value): value is Relation => isEquation(value) && isName(value.sides[0]!);

/** Whether a side has no variables, as the first of `5 + 6 = 11`. */
const isConstant = (value: Value) => value.kind === "scalar" && variables(value.expression).size === 0;

/** An equation whose last side is an answer: an assignment, or a calculation. Of `2x + y = 1`, 1 is none. */
export const givesResult = (value: Value): value is Relation =>
  isEquation(value) &&
  (isName(value.sides[0]!) || (isConstant(value.sides[0]!) && isConstant(result(value))));

/** The last side of a chain of equations: its result. */
export const result = (equation: Relation): Value => equation.sides.at(-1)!;

export const isScalar = (value: Value | undefined): value is Scalar => value?.kind === "scalar";

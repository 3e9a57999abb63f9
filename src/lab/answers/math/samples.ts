import { type Complex, complex } from "./complex";
import { type Evaluated, evaluate } from "./evaluate";
import { type Expression, variables } from "./expression";
import { chance } from "./scrambled";

/** At how many points expressions with variables are compared. */
export const POINTS = 6;
/** From this point on, variables are negative. */
const FIRST_NEGATIVE = 4;

const known = new WeakMap<Expression, Evaluated[]>();

/** The values of an expression at fixed points, the same for every expression; one value where it has no variables. */
export function samples(expression: Expression): Evaluated[] {
  const before = known.get(expression);
  if (before) return before;
  const count = variables(expression).size === 0 ? 1 : POINTS;
  const values = Array.from({ length: count }, (_, i) => evaluate(expression, (symbol) => point(symbol, i)));
  known.set(expression, values);
  return values;
}

/** The value of a variable at a point: from 0.3 to 2.9 away from zero, so that powers neither vanish nor overflow. */
function point(symbol: string, i: number): Complex {
  const value = 0.3 + 2.6 * chance(symbol, i);
  return complex(i < FIRST_NEGATIVE ? value : -value);
}

import { add, divide, negate, type Rational, rational } from "../rational";
import { type Expression, isNumber, isSymbol } from "./expression";
import { LIMITS } from "./limits";
import { bits } from "./to-number";

const LARGEST_FACTORIAL = 300n;
const multiply = (a: Rational, b: Rational) =>
  rational(a.numerator * b.numerator, a.denominator * b.denominator);

/** The exact value of an expression made of whole numbers, fractions and decimals; null if it is none or too large. */
export function exactValue(expression: Expression): Rational | null {
  if (isNumber(expression)) return expression.number;
  if (isSymbol(expression)) return null;
  const values: Rational[] = [];
  for (const arg of expression.args) {
    const value = exactValue(arg);
    if (!value || bitsOf(value) > LIMITS.bits) return null;
    values.push(value);
  }
  return OPERATIONS[expression.head]?.(values) ?? null;
}

const OPERATIONS: Record<string, (values: Rational[]) => Rational | null> = {
  Add: (values) => fold(values, add),
  Subtract: ([a, b]) => add(a!, negate(b!)),
  Negate: ([a]) => negate(a!),
  Multiply: (values) => fold(values, multiply),
  Divide: ([a, b]) => (b!.numerator === 0n ? null : divide(a!, b!)),
  Power: ([a, b]) => power(a!, b!),
  Abs: ([a]) => (a!.numerator < 0n ? negate(a!) : a!),
  Factorial: ([a]) => factorial(a!),
};

function fold(values: Rational[], operation: (a: Rational, b: Rational) => Rational): Rational | null {
  let result = values[0] ?? null;
  for (const value of values.slice(1)) {
    if (!result || bitsOf(result) > LIMITS.bits) return null;
    result = operation(result, value);
  }
  return result;
}

function power(base: Rational, exponent: Rational): Rational | null {
  const times = exponent.numerator < 0n ? -exponent.numerator : exponent.numerator;
  if (exponent.denominator !== 1n || times > BigInt(LIMITS.bits)) return null;
  if (bitsOf(base) * Number(times) > LIMITS.bits) return null; // Checked before: afterwards it would be too late.
  if (base.numerator === 0n && exponent.numerator <= 0n) return null;
  const raised = rational(base.numerator ** times, base.denominator ** times);
  return exponent.numerator < 0n ? divide(rational(1n), raised) : raised;
}

function factorial({ numerator, denominator }: Rational): Rational | null {
  if (denominator !== 1n || numerator < 0n || numerator > LARGEST_FACTORIAL) return null;
  let product = 1n;
  for (let k = 2n; k <= numerator; k++) product *= k;
  return rational(product);
}

const bitsOf = ({ numerator, denominator }: Rational) => bits(numerator) + bits(denominator);

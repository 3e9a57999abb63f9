import { rational, type Rational } from "../rational";
import { LIMITS } from "./limits";

const LITERAL = /^([+-]?)(\d*)(?:\.(\d*)(?:\((\d+)\))?)?(?:e([+-]?\d+))?$/i;
const LARGEST_EXPONENT = 400;

/** The number that a literal of MathJSON stands for: `12`, `0.5`, `3e-2`, `1.2(3)` with repeating digits. Null if it is none. */
export function literalValue(literal: string): Rational | null {
  if (literal.length > LIMITS.answer) return null;
  const match = LITERAL.exec(literal);
  if (!match) return null;
  const [, sign, whole = "", places = "", repeating = "", exponentText = "0"] = match;
  const exponent = Number(exponentText);
  if (whole + places === "" || Math.abs(exponent) > LARGEST_EXPONENT) return null;
  let numerator = BigInt(whole + places + repeating);
  let denominator = 10n ** BigInt(places.length);
  if (repeating !== "") {
    numerator -= BigInt(whole + places);
    denominator *= 10n ** BigInt(repeating.length) - 1n;
  }
  const power = 10n ** BigInt(Math.abs(exponent));
  if (exponent < 0) denominator *= power;
  else numerator *= power;
  return rational(sign === "-" ? -numerator : numerator, denominator);
}

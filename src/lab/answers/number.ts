import { add, divide, negate, type Rational, rational } from "./rational";

const WHOLE = String.raw`\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+`;
const DECIMAL = new RegExp(String.raw`^(?:(${WHOLE})(?:\.(\d*))?|\.(\d+))$`);
const SIGNED = /^([+-]?)\s*(.+)$/s;
const SLASHED = /^(.+?)\s*\/\s*(.+)$/s;
const LATEX = /^\\frac\s*(?:\{([^{}]*)\}\s*\{([^{}]*)\}|(\d)\s*(\d))$/;
const MIXED = /^(\d+)(?: +(?=\d+ ?\/)|\s*(?=\\frac))(.+)$/s;

/**
 * The number a plain text is, exactly, or null: integers, decimals, thousands separators (`1,000`, `1 000`),
 * fractions (`3/4`, `\frac{3}{4}`), mixed numbers (`1 3/4`), each with a sign and perhaps a percent sign.
 * A percentage is the number it stands for: `50%` is 1/2.
 */
export function parseNumber(text: string): Rational | null {
  const percent = /^(.*\S)\s*(?:%|percent)$/is.exec(text);
  if (!percent) return signed(text);
  const value = signed(percent[1]!);
  return value && divide(value, rational(100n));
}

function signed(text: string): Rational | null {
  const match = SIGNED.exec(text.trim());
  if (!match) return null;
  const value = decimal(match[2]!) ?? mixed(match[2]!) ?? fraction(match[2]!);
  return value && match[1] === "-" ? negate(value) : value;
}

function decimal(text: string): Rational | null {
  const match = DECIMAL.exec(text);
  if (!match) return null;
  const whole = (match[1] ?? "0").replace(/[, ]/g, "");
  const places = match[2] ?? match[3] ?? "";
  return rational(BigInt(whole + places), 10n ** BigInt(places.length));
}

function mixed(text: string): Rational | null {
  const match = MIXED.exec(text);
  const rest = match && fraction(match[2]!);
  return rest && add(rational(BigInt(match[1]!)), rest);
}

function fraction(text: string): Rational | null {
  const match = LATEX.exec(text) ?? SLASHED.exec(text);
  const above = match && part(match[1] ?? match[3]!);
  const below = match && part(match[2] ?? match[4]!);
  return above && below && below.numerator !== 0n ? divide(above, below) : null;
}

/** A fraction's numerator or denominator: a decimal with a sign. */
function part(text: string): Rational | null {
  const match = SIGNED.exec(text.trim());
  const value = match && decimal(match[2]!);
  return value && match[1] === "-" ? negate(value) : value;
}

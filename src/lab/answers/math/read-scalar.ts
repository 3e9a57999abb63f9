import { rational } from "../rational";
import type { Expression } from "./expression";
import { splitUnit } from "./units";
import type { Scalar } from "./value";

const THOUSANDS = /^([+-]?)\s*([1-9]\d{0,2}(?:[, ]\d{3})+)(\.\d+)?$/;
const IN_BASE = /^(\d+)_\s*(?:\{\s*(\d{1,2})\s*\}|(\d))$/;
const RATIO = /^([^:]+):([^:]+)$/;

/** Reads one expression; `parse` understands LaTeX within the limits of one answer. Null if it is none. */
export function readScalar(text: string, parse: (latex: string) => Expression | null): Scalar | null {
  const { text: bare, percent } = splitUnit(text);
  const expression = inBase(bare) ?? ratio(bare, parse) ?? parse(withoutSeparators(bare));
  if (!expression) return null;
  if (!percent) return { kind: "scalar", text: text.trim(), expression };
  const hundredth = { number: rational(1n, 100n), decimal: false };
  return {
    kind: "scalar",
    text: text.trim(),
    expression: { head: "Multiply", args: [expression, hundredth] },
  };
}

/** `1,000,000.5` and `1 000 000.5` without what groups the digits. */
export function withoutSeparators(text: string): string {
  const match = THOUSANDS.exec(text);
  return match ? `${match[1]}${match[2]!.replace(/[, ]/g, "")}${match[3] ?? ""}` : text;
}

/** Whether it is one number, its thousands set apart. */
export function hasThousands(text: string): boolean {
  return THOUSANDS.test(splitUnit(text).text);
}

/** `204_5` is fifty-four. */
function inBase(text: string): Expression | null {
  const match = IN_BASE.exec(text);
  if (!match || match[1]!.length > 60) return null;
  const base = Number(match[2] ?? match[3]);
  const digits = [...match[1]!].map(Number);
  if (base < 2 || digits.some((digit) => digit >= base)) return null;
  const value = digits.reduce((sum, digit) => sum * BigInt(base) + BigInt(digit), 0n);
  return { number: rational(value), decimal: false };
}

/** `7:32` is seven thirty-seconds. A time of day is one too, and equal if it is the same. */
function ratio(text: string, parse: (latex: string) => Expression | null): Expression | null {
  const match = RATIO.exec(text);
  const above = match && parse(match[1]!.trim());
  const below = above && parse(match[2]!.trim());
  return below && { head: "Divide", args: [above, below] };
}

import type { Rational } from "../rational";

/** The nearest double or almost, also where numerator and denominator are too large for one. */
export function toNumber({ numerator, denominator }: Rational): number {
  const [above, below] = [Number(numerator), Number(denominator)];
  if (Number.isFinite(above) && Number.isFinite(below)) return above / below;
  const excess = Math.max(bits(numerator), bits(denominator)) - 1000;
  const shift = BigInt(excess);
  const small = denominator >> shift;
  return small === 0n ? NaN : Number(numerator >> shift) / Number(small);
}

/** Bits of a whole number; 0 of 0 and, since a denominator of 1 costs nothing, of 1. */
export function bits(value: bigint): number {
  const digits = (value < 0n ? -value : value).toString(16);
  return digits === "1" ? 0 : digits.length * 4 - Math.clz32(parseInt(digits[0]!, 16)) + 28;
}

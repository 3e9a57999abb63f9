import type { Estimate } from "./interval";

// Numbers as people read them. Digits that a measurement does not support are left out.
const digits = (count: number) => new Intl.NumberFormat("en", { maximumSignificantDigits: count });
const TWO = digits(2);
const THREE = digits(3);

/** "1,150", "8.5", "0.043". */
export function significant(value: number): string {
  return (Math.abs(value) >= 10 ? THREE : TWO).format(value);
}

/** "0.85 ms", "5.5 ms", "1.2 s". */
export function milliseconds(ms: number): string {
  return ms < 1000 ? `${significant(ms)} ms` : `${significant(ms / 1000)} s`;
}

/** "1 sample", "16 samples". */
export function count(number: number, thing: string): string {
  return `${number.toLocaleString("en")} ${thing}${number === 1 ? "" : "s"}`;
}

/** "68.2 %". */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** "68.2 % [64.0, 72.1]": a share with its 95 % interval. */
export function percentWithin({ value, low, high }: Estimate): string {
  return `${percent(value)} [${(100 * low).toFixed(1)}, ${(100 * high).toFixed(1)}]`;
}

import { type Estimate, Z95 } from "./interval";

/**
 * An AUC over so many right and wrong ones with its 95 % interval, by Hanley and McNeil (1982, formula 1 with the exponential
 * approximation), cut to 0…1. It takes right and wrong ones as independent; those of one problem are alike, so it is a little too wide.
 */
export function aucWithin(value: number, right: number, wrong: number): Estimate {
  if (right === 0 || wrong === 0) return { value: NaN, low: 0, high: 1 };
  const q1 = value / (2 - value);
  const q2 = (2 * value * value) / (1 + value);
  const variance =
    (value * (1 - value) + (right - 1) * (q1 - value * value) + (wrong - 1) * (q2 - value * value)) /
    (right * wrong);
  const half = Z95 * Math.sqrt(Math.max(0, variance));
  return { value, low: Math.max(0, value - half), high: Math.min(1, value + half) };
}

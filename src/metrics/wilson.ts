import { type Estimate, Z95 } from "./interval";

/**
 * A share of n independent trials with Wilson's 95 % score interval (Wilson 1927), which stays within 0…1 and has a width
 * even where all or none succeeded. `successes` may be fractional, as expected accuracies over ties are: they vary less
 * than the trials the interval assumes, so it is then a little too wide. With no trials the interval is all of 0…1.
 */
export function wilson(successes: number, n: number): Estimate {
  if (n === 0) return { value: NaN, low: 0, high: 1 };
  const value = successes / n;
  const z2 = Z95 * Z95;
  const middle = (value + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z95 / (1 + z2 / n)) * Math.sqrt((value * (1 - value)) / n + z2 / (4 * n * n));
  return { value, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

import { type Estimate, Z95 } from "./interval";

/**
 * The mean of independent values with the 95 % interval of the normal approximation, mean ± 1.96 standard errors. For
 * values that are means themselves, such as a problem's share of right samples: the problems are what was drawn, so
 * samples of one problem must not be counted as if they were problems. Fewer than two values say nothing of their spread.
 */
export function meanInterval(values: readonly number[]): Estimate {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  if (n < 2) return { value: mean, low: -Infinity, high: Infinity };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const half = Z95 * Math.sqrt(variance / n);
  return { value: mean, low: mean - half, high: mean + half };
}

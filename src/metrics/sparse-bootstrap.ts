import type { Estimate } from "./interval";
import { quantile } from "./quantile";

/**
 * What `bootstrapMean` gives, faster where most values are 0, as differences of two methods are on problems that both get
 * right: of each resample is drawn how many of its values are not 0, by one number, and then only those.
 */
export function sparseBootstrap(
  values: readonly number[],
  random: () => number,
  resamples: number,
): Estimate {
  const n = values.length;
  const rest = Float64Array.from(values.filter((value) => value !== 0));
  const value = rest.reduce((sum, one) => sum + one, 0) / n;
  if (n === 0 || rest.length === 0) return { value, low: value, high: value };
  const chances = cumulativeBinomial(n, rest.length / n);
  const means = Float64Array.from({ length: resamples }, () => {
    let sum = 0;
    for (let left = firstAbove(chances, random()); left > 0; left--)
      sum += rest[Math.floor(random() * rest.length)]!;
    return sum / n;
  }).sort();
  return { value, low: quantile(means, 0.025), high: quantile(means, 0.975) };
}

/** The chance of at most k of n, for k from 0 to n; by logarithms, since that of none may be too small for a number. */
function cumulativeBinomial(n: number, p: number): Float64Array {
  const odds = Math.log(p) - Math.log1p(-p);
  let logChance = n * Math.log1p(-p);
  let sum = 0;
  return Float64Array.from({ length: n + 1 }, (_, k) => {
    if (p === 1) return k === n ? 1 : 0;
    if (k > 0) logChance += Math.log((n - k + 1) / k) + odds;
    return (sum += Math.exp(logChance));
  });
}

/** The first place whose value is above `level`; the last where rounding leaves none. */
function firstAbove(ascending: Float64Array, level: number): number {
  let [low, high] = [0, ascending.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! > level) high = middle;
    else low = middle + 1;
  }
  return low;
}

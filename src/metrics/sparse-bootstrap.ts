import { type Estimate, Z95 } from "./interval";
import { quantile } from "./quantile";

/**
 * With so many values that are not 0, resampled means are normal but for their skew, far closer than 1,000 of them would tell: a
 * quantile of so few is off by a twelfth of a standard error. Drawing them would hold up a page with 10,000 problems.
 */
const MANY = 1000;

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
  if (rest.length >= MANY) return limitOfMeans(values, value);
  const chances = cumulativeBinomial(n, rest.length / n);
  const means = Float64Array.from({ length: resamples }, () => {
    let sum = 0;
    for (let left = firstAbove(chances, random()); left > 0; left--)
      sum += rest[Math.floor(random() * rest.length)]!;
    return sum / n;
  }).sort();
  return { value, low: quantile(means, 0.025), high: quantile(means, 0.975) };
}

/** What the quantiles of resampled means tend to: those of a normal distribution, with the first term for its skew. */
function limitOfMeans(values: readonly number[], value: number): Estimate {
  let [squares, cubes] = [0, 0];
  for (const one of values) {
    const distance = one - value;
    squares += distance ** 2;
    cubes += distance ** 3;
  }
  if (squares === 0) return { value, low: value, high: value };
  const error = Math.sqrt(squares) / values.length;
  const shift = ((Z95 ** 2 - 1) * cubes) / squares ** 1.5 / 6; // Cornish and Fisher 1937.
  return { value, low: value + (shift - Z95) * error, high: value + (shift + Z95) * error };
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

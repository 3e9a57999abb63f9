import type { Estimate } from "./interval";
import { quantile } from "./quantile";

/** Enough that the ends of an interval change from seed to seed by a few hundredths of its width. */
const RESAMPLES = 10_000;
/** Values drawn in all, some tenths of a second's work: of very many values, with a narrow interval anyway, there are fewer resamples. */
const MOST_DRAWN = 2e7;
const FEWEST_RESAMPLES = 1000;

const resamplesOf = (n: number) =>
  Math.min(RESAMPLES, Math.max(FEWEST_RESAMPLES, Math.round(MOST_DRAWN / Math.max(1, n))));

/**
 * The mean of independent values, such as a score from 0 to 1 per problem, with the 95 % percentile bootstrap interval:
 * the 2.5 % and 97.5 % quantiles of the means of as many values drawn with replacement (Efron and Tibshirani 1993,
 * chapter 13). It is in the unit of the values, stays within their range, and is too narrow for fewer than about twenty.
 * `random` gives uniform numbers in [0, 1); the same stream gives the same interval.
 */
export function bootstrapMean(
  values: readonly number[],
  random: () => number,
  resamples = resamplesOf(values.length),
): Estimate {
  const n = values.length;
  if (n === 0) return { value: NaN, low: NaN, high: NaN };
  const means = Float64Array.from({ length: resamples }, () => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += values[Math.floor(random() * n)]!;
    return sum / n;
  }).sort();
  const value = values.reduce((sum, one) => sum + one, 0) / n;
  return { value, low: quantile(means, 0.025), high: quantile(means, 0.975) };
}

/**
 * The mean of a − b over the same problems, with its interval: problems are drawn, each with both methods' scores, so what
 * makes a problem hard for both does not widen it (a paired bootstrap). In the unit of the scores: −1 to 1 for 0 to 1.
 */
export function bootstrapDifference(
  a: readonly number[],
  b: readonly number[],
  random: () => number,
  resamples = resamplesOf(a.length),
): Estimate {
  if (a.length !== b.length) throw new RangeError(`${a.length} scores cannot be paired with ${b.length}`);
  const differences = a.map((score, i) => score - b[i]!);
  return bootstrapMean(differences, random, resamples);
}

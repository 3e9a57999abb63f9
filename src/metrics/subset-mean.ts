import { choose } from "./choose";
import { exactly, type Expectation } from "./expectation";

/** As many subsets are listed one by one: some milliseconds' work. */
const MOST_LISTED = 5000;
/** Draws of an estimate: with values from 0 to 1 its standard error is at most 0.5 / √2000 = 0.011. */
const DRAWS = 2000;

/**
 * The mean of `valueOf` over the k-element subsets of 0 … n−1: over all of them where there are few, else over random
 * ones, with the standard error s/√draws. `random` gives uniform numbers in [0, 1); the same stream gives the same mean.
 */
export function subsetMean(
  n: number,
  k: number,
  valueOf: (subset: readonly number[]) => number,
  random: () => number,
): Expectation {
  if (choose(n, k) <= MOST_LISTED) return exactly(mean(listed(n, k, valueOf)));
  const values = Array.from({ length: DRAWS }, drawer(n, k, random)).map(valueOf);
  const value = mean(values);
  const variance = values.reduce((sum, one) => sum + (one - value) ** 2, 0) / (DRAWS - 1);
  return { value, standardError: Math.sqrt(variance / DRAWS) };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The values of all subsets, in lexicographic order. */
function listed(n: number, k: number, valueOf: (subset: readonly number[]) => number): number[] {
  const subset = Array.from({ length: k }, (_, i) => i);
  const values = [valueOf(subset)];
  for (;;) {
    let at = k - 1;
    while (at >= 0 && subset[at] === n - k + at) at--; // The last place that can still move on.
    if (at < 0) return values;
    subset[at]!++;
    for (let i = at + 1; i < k; i++) subset[i] = subset[i - 1]! + 1;
    values.push(valueOf(subset));
  }
}

/** Draws subsets by the first k steps of a shuffle; it need not begin from the same order. */
function drawer(n: number, k: number, random: () => number): () => number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  return () => {
    for (let i = 0; i < k; i++) {
      const j = i + Math.floor(random() * (n - i));
      const drawn = order[j]!;
      order[j] = order[i]!;
      order[i] = drawn;
    }
    return order.slice(0, k);
  };
}

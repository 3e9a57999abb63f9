// Pearson's test: do counted draws follow expected probabilities?

export interface ChiSquare {
  statistic: number;
  degreesOfFreedom: number;
  /** Probability of a statistic at least this large if the draws do follow. */
  p: number;
}

/** Outcomes expected fewer than five times are counted together, as the test needs. */
export function chiSquare(counts: readonly number[], probabilities: readonly number[]): ChiSquare {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const rare = { observed: 0, expected: 0 };
  let statistic = 0;
  let cells = 0;
  const add = (observed: number, expected: number) => {
    statistic += (observed - expected) ** 2 / expected;
    cells++;
  };
  probabilities.forEach((probability, outcome) => {
    const expected = probability * total;
    const observed = counts[outcome]!;
    if (expected >= 5) return add(observed, expected);
    if (expected === 0 && observed > 0) statistic = Infinity; // What cannot happen did.
    rare.observed += observed;
    rare.expected += expected;
  });
  if (rare.expected > 0) add(rare.observed, rare.expected);
  const degreesOfFreedom = cells - 1;
  return { statistic, degreesOfFreedom, p: upperTail(statistic, degreesOfFreedom) };
}

/** Wilson and Hilferty's normal approximation; good to a few per cent of p down to p = 0.001 from 3 degrees on. */
function upperTail(statistic: number, degreesOfFreedom: number): number {
  if (statistic === Infinity) return 0;
  const spread = 2 / (9 * degreesOfFreedom);
  const z = (Math.cbrt(statistic / degreesOfFreedom) - 1 + spread) / Math.sqrt(spread);
  return 0.5 * complementaryError(z / Math.SQRT2);
}

/** Abramowitz and Stegun 7.1.26, to 1.5e-7. */
function complementaryError(x: number): number {
  if (x < 0) return 2 - complementaryError(-x);
  const t = 1 / (1 + 0.3275911 * x);
  const series =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return series * Math.exp(-x * x);
}

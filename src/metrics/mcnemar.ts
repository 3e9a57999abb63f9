/** How two methods differ on the same problems. */
export interface Discordant {
  /** Problems that only the first method gets right. */
  onlyA: number;
  onlyB: number;
  /** Problems left out because a method's score is neither 0 nor 1: a tie that a draw would decide. */
  undecided: number;
}

/**
 * Counts the problems on which two methods differ, for McNemar's test, which knows only right and wrong. A problem counts
 * where both scores are 0 or 1; expected credit in between is no outcome, and rounding it would invent one. Where many
 * problems are undecided, the paired bootstrap, which uses such scores as they are, says more.
 */
export function countDiscordant(a: readonly number[], b: readonly number[]): Discordant {
  if (a.length !== b.length) throw new RangeError(`${a.length} scores cannot be paired with ${b.length}`);
  const decided = (score: number) => score === 0 || score === 1;
  const count = { onlyA: 0, onlyB: 0, undecided: 0 };
  a.forEach((score, i) => {
    const other = b[i]!;
    if (!decided(score) || !decided(other)) count.undecided++;
    else if (score > other) count.onlyA++;
    else if (score < other) count.onlyB++;
  });
  return count;
}

/**
 * McNemar's test (1947), two-sided: how often a fair coin splits the discordant problems this unevenly or more. With
 * n = onlyA + onlyB, m the smaller and X ~ Binomial(n, ½): `exact` is min(1, 2·P(X ≤ m)); `midP` is 2·P(X < m) + P(X = m),
 * less conservative, and near the nominal level in all cases studied by Fagerland, Lydersen and Laake (2013, BMC Medical
 * Research Methodology 13:91). Exact for any n, so there is no chi-squared approximation. 1 without discordant problems.
 */
export function mcnemar({ onlyA, onlyB }: Pick<Discordant, "onlyA" | "onlyB">): {
  exact: number;
  midP: number;
} {
  const n = onlyA + onlyB;
  const fewer = Math.min(onlyA, onlyB);
  let logChance = -n * Math.LN2; // Of X = fewer, by C(n, fewer) factor by factor.
  for (let i = 1; i <= fewer; i++) logChance += Math.log((n - fewer + i) / i);
  let chance = Math.exp(logChance);
  const equal = chance;
  let below = 0;
  for (let x = fewer; x > 0 && chance > 0; x--) {
    chance *= x / (n - x + 1);
    below += chance;
  }
  return { exact: Math.min(1, 2 * (below + equal)), midP: Math.min(1, 2 * below + equal) };
}

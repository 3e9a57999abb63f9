/** Sums of the same weights in another order differ by rounding; no two different sums come this close by chance. */
const ROUNDING = 1e-12;

/** Where the greatest of these sums stand, all of them if several tie. Sums are 0 or more. */
export function leaders(sums: readonly number[]): number[] {
  const most = Math.max(...sums);
  return sums.flatMap((sum, i) => (sum >= most * (1 - ROUNDING) ? [i] : []));
}

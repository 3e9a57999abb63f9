/** Sums of the same weights in another order differ by rounding; no two different sums come this close by chance. */
const ROUNDING = 1e-12;

/** Where the greatest of these sums stand, all of them if several tie. Sums are 0 or more. */
export function leaders(sums: ArrayLike<number>): number[] {
  let most = -Infinity;
  for (let i = 0; i < sums.length; i++) most = Math.max(most, sums[i]!);
  const least = most * (1 - ROUNDING);
  const places: number[] = [];
  for (let i = 0; i < sums.length; i++) if (sums[i]! >= least) places.push(i);
  return places;
}

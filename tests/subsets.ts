/** All k-element subsets of 0 … n−1: for checking formulas by listing. */
export function subsets(n: number, k: number, from = 0): number[][] {
  if (k === 0) return [[]];
  return Array.from({ length: Math.max(0, n - from) }, (_, i) => from + i).flatMap((one) =>
    subsets(n, k - 1, one + 1).map((rest) => [one, ...rest]),
  );
}

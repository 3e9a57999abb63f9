/**
 * The chance that k samples drawn from n without replacement hold none of m marked ones: C(n−m, k) / C(n, k), the
 * hypergeometric distribution at zero, as a product in which nothing overflows.
 */
export function chanceOfNone(n: number, marked: number, k: number): number {
  if (n - marked < k) return 0;
  let chance = 1;
  for (let i = n - marked + 1; i <= n; i++) chance *= 1 - k / i;
  return chance;
}

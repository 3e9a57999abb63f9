/** C(n, k) as a double: exact up to 2^53, then with a relative error near 1e-16 per factor; Infinity beyond 1e308. */
export function choose(n: number, k: number): number {
  if (k < 0 || k > n) return 0;
  const factors = Math.min(k, n - k);
  let ways = 1;
  for (let i = 1; i <= factors; i++) ways = (ways * (n - factors + i)) / i;
  return Math.round(ways);
}

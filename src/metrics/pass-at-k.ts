import { chanceOfNone } from "./chance-of-none";

/**
 * The chance that k samples drawn from these n without replacement hold at least one of the c right ones:
 * 1 − C(n−c, k) / C(n, k), the unbiased estimate of pass@k (Chen et al. 2021, arXiv 2107.03374, eq. 1).
 */
export function passAtK(n: number, c: number, k: number): number {
  if (k < 1 || k > n) throw new RangeError(`pass@${k} needs at least ${k} samples; there are ${n}`);
  if (c < 0 || c > n) throw new RangeError(`${c} of ${n} samples cannot be right`);
  return 1 - chanceOfNone(n, c, k);
}

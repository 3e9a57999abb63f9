/**
 * How far below the greatest logit a token may be, in nats times temperature: further, and it is less likely than p times
 * the likeliest. 0 cuts nothing. Rounded as a shader holds it, so that both subtract the same.
 */
export function minPReach(p: number, rate: number): number {
  return p > 0 ? Math.fround(-Math.log(p) / rate) : Infinity;
}

/** Cuts tokens less likely than p times the likeliest one. */
export function minPFloor(greatest: number, p: number, rate: number): number {
  return Math.fround(greatest - minPReach(p, rate));
}

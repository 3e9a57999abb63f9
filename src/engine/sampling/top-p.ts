/**
 * The least logit of the smallest set of likeliest tokens that together hold at least p of the probability.
 * Only tokens at or above `floor` count, so that it follows top-k as in the transformers library. 1 cuts nothing.
 */
export function topPFloor(logits: Float32Array, greatest: number, floor: number, p: number): number {
  if (p >= 1) return floor;
  // All tokens further than this below the greatest hold less than 1 − p together, so none of them can be reached.
  const reach = greatest - Math.log(logits.length / (1 - p));
  let mass = 0;
  const candidates: number[] = [];
  for (const logit of logits) {
    if (logit < floor) continue;
    mass += Math.exp(logit - greatest);
    if (logit >= reach) candidates.push(logit);
  }
  const sorted = Float32Array.from(candidates).sort().reverse();
  let sum = 0;
  for (const logit of sorted) {
    sum += Math.exp(logit - greatest);
    if (sum >= p * mass) return logit;
  }
  return floor;
}

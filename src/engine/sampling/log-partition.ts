/** Log of the sum of exponentials: a logit minus this is the token's log-probability, in nats. */
export function logPartition(logits: Float32Array, greatest: number): number {
  let sum = 0;
  for (let token = 0; token < logits.length; token++) {
    const below = logits[token]! - greatest;
    if (below > -30) sum += Math.exp(below); // The rest adds less than 1e-13 each, and costs an exponential.
  }
  return greatest + Math.log(sum);
}

/** The greatest logit; NaN if any is not a number. // [vocab], four lanes that do not wait for each other */
export function greatestOf(logits: Float32Array): number {
  let [a, b, c, d] = [-Infinity, -Infinity, -Infinity, -Infinity];
  const whole = logits.length & ~3;
  for (let token = 0; token < whole; token += 4) {
    a = Math.max(a, logits[token]!);
    b = Math.max(b, logits[token + 1]!);
    c = Math.max(c, logits[token + 2]!);
    d = Math.max(d, logits[token + 3]!);
  }
  for (let token = whole; token < logits.length; token++) a = Math.max(a, logits[token]!);
  return Math.max(a, b, c, d);
}

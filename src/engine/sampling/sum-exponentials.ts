const STEPS_PER_NAT = 64;
/** To 64 nats below the greatest, where a token weighs 1e-28. */
const STEPS = 4096;

/** exp(−step / 64), and nothing for what is further below. */
const WEIGHTS = Float64Array.from({ length: STEPS + 1 }, (_, step) =>
  step < STEPS ? Math.exp(-step / STEPS_PER_NAT) : 0,
);

/**
 * The sum of exp(logit − greatest), each within 1e-8 of itself: a table to the next 1/64 nat, and a cubic from there. Four sums that
 * do not wait for each other. // [vocab]
 */
export function sumExponentials(logits: Float32Array, greatest: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  const whole = logits.length & ~3;
  for (let token = 0; token < whole; token += 4) {
    a += weight((greatest - logits[token]!) * STEPS_PER_NAT);
    b += weight((greatest - logits[token + 1]!) * STEPS_PER_NAT);
    c += weight((greatest - logits[token + 2]!) * STEPS_PER_NAT);
    d += weight((greatest - logits[token + 3]!) * STEPS_PER_NAT);
  }
  for (let token = whole; token < logits.length; token++) {
    a += weight((greatest - logits[token]!) * STEPS_PER_NAT);
  }
  return a + b + c + d;
}

/** Of a token that lies so many steps below the greatest. */
function weight(distance: number): number {
  const place = Math.min(distance, STEPS);
  const step = place | 0;
  const rest = (step - place) / STEPS_PER_NAT;
  return WEIGHTS[step]! * (1 + rest * (1 + rest * (1 / 2 + rest / 6)));
}

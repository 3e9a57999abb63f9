import { randomBits, type StreamKey } from "./random-bits";

/**
 * Standard Gumbel noise from 32 random bits. The uniform has 23 bits and sits in the middle of its cell:
 * a 24-bit one rounds to 1 in a shader's float32 about once in 2²⁴ draws, and its noise is infinite.
 */
export function gumbel(bits: number): number {
  const uniform = ((bits >>> 9) + 0.5) * 2 ** -23;
  return -Math.log(-Math.log(uniform));
}

/** At least gumbel(bits), without a logarithm: −ln u > 1 − u, and an integer's leading zeros bound its logarithm. */
export function gumbelBound(bits: number): number {
  const rest = 2 ** 24 - 1 - 2 * (bits >>> 9); // (1 − u) · 2²⁴
  return (Math.clz32(rest) - 7) * Math.LN2;
}

/** The most noise a token can get, about 16.6. */
const MAX_GUMBEL = gumbelBound(0xffffffff);

/**
 * Draws from softmax(logits) over the tokens at or above `floor`, without computing a softmax: the greatest
 * logit + noise wins. `likeliest` goes first, so that most others are out of reach before they cost a logarithm.
 */
export function drawGumbelMax(
  logits: Float32Array, // [vocab]
  likeliest: number,
  floor: number,
  key: StreamKey,
): number {
  let winner = likeliest;
  let best = logits[likeliest]! + gumbel(randomBits(key, likeliest));
  for (let token = 0; token < logits.length; token++) {
    const logit = logits[token]!;
    if (logit < floor || logit + MAX_GUMBEL <= best) continue;
    const bits = randomBits(key, token);
    if (logit + gumbelBound(bits) <= best) continue;
    const score = logit + gumbel(bits);
    if (score > best) {
      best = score;
      winner = token;
    }
  }
  return winner;
}

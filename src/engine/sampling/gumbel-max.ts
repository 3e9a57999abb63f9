import { randomBits, type StreamKey } from "./random-bits";

/**
 * Standard Gumbel noise from 32 random bits. The uniform has 23 bits and sits in the middle of its cell:
 * a 24-bit one rounds to 1 in a shader's float32 about once in 2²⁴ draws, and its noise is infinite.
 */
export function gumbel(bits: number): number {
  const uniform = ((bits >>> 9) + 0.5) * 2 ** -23;
  return -Math.log(-Math.log(uniform));
}

/** No token ever gets more noise than this, about 16.6. */
export const MAX_GUMBEL = gumbel(0xffffffff);

/**
 * Draws from softmax(logits) over the tokens at or above `floor`, without computing a softmax: the greatest
 * logit + noise wins. `likeliest` goes first, so that most tokens are seen to be out of reach before any noise is made.
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
    if (logit < floor || logit + MAX_GUMBEL <= best || token === likeliest) continue;
    const score = logit + gumbel(randomBits(key, token));
    if (score > best) {
      best = score;
      winner = token;
    }
  }
  return winner;
}

import { BLOCK, type Peaks } from "./peaks";
import { bitsOf, nextAtLeast, type StreamKey } from "./random-bits";

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

/** No cell before this one has more noise: u ≥ 1 − exp(−noise), less a few for rounding. */
function firstCellAbove(noise: number): number {
  return Math.max(0, (1 - Math.exp(-noise)) * 2 ** 23 - 8) | 0;
}

/** The most noise a token can get, about 16.6. */
const MAX_GUMBEL = gumbelBound(0xffffffff);

export interface Choice {
  peaks: Peaks;
  /** Tokens with a lesser logit are cut. */
  floor: number;
  /** 1 / temperature. */
  rate: number;
}

/**
 * Draws from softmax(rate · logits) over the tokens at or above `floor`, without computing a softmax: the greatest
 * score, rate · logit + noise, wins. The likeliest goes first. Then a block's peak says how much noise its tokens need,
 * and few of them have bits for that much: only these cost a logarithm.
 */
export function drawGumbelMax(
  logits: Float32Array, // [vocab]
  { peaks: { greatest, likeliest, blocks }, floor, rate }: Choice,
  key: StreamKey,
): number {
  const [x, y] = [key[0] | 0, key[1] | 0];
  let winner = likeliest;
  let best = gumbel(bitsOf(x, y, likeliest)); // Scores are relative to the greatest logit's.
  for (let block = 0; block < blocks.length; block++) {
    const peak = blocks[block]!;
    const needed = best + (greatest - peak) * rate;
    if (peak < floor || needed >= MAX_GUMBEL) continue;
    const end = Math.min((block + 1) * BLOCK, logits.length);
    const least = firstCellAbove(needed);
    let token = block * BLOCK - 1;
    while ((token = nextAtLeast(x, y, token + 1, end, least)) < end) {
      const logit = logits[token]!;
      if (logit < floor) continue;
      const bits = bitsOf(x, y, token);
      const score = (logit - greatest) * rate;
      if (score + gumbelBound(bits) <= best) continue;
      const noisy = score + gumbel(bits);
      if (noisy <= best) continue;
      winner = token;
      best = noisy;
    }
  }
  return winner;
}

import { bitsOf, randomBits, type StreamKey } from "./random-bits";

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

/** The first of the uniform's 2²³ cells whose noise may be above `noise`, less a few for rounding. */
export function cellFor(noise: number): number {
  return Math.max(0, Math.exp(-Math.exp(-noise)) * 2 ** 23 - 8) | 0;
}

/** The most noise a token can get, about 16.6. */
const MAX_GUMBEL = gumbelBound(0xffffffff);

export interface Choice {
  likeliest: number;
  /** Tokens with a lesser logit are cut. */
  floor: number;
  /** 1 / temperature. */
  rate: number;
  /** Whether the floor leaves many: then bits tell sooner who cannot win than logits do. */
  many?: boolean;
}

/**
 * Draws from softmax(rate · logits) over the tokens at or above `floor`, without computing a softmax: the greatest
 * score, rate · logit + noise, wins. The likeliest goes first. Then most others are out of reach, by their logit or by
 * their bits, before they cost a logarithm.
 */
export function drawGumbelMax(
  logits: Float32Array, // [vocab]
  { likeliest, floor, rate, many = false }: Choice,
  key: StreamKey,
): number {
  const greatest = logits[likeliest]!;
  let winner = likeliest;
  let best = gumbel(randomBits(key, likeliest)); // Scores are relative to the greatest logit's.
  const leastToWin = () => (many ? cellFor(best) : Math.max(floor, greatest + (best - MAX_GUMBEL) / rate));
  let least = leastToWin();
  const next = (from: number) =>
    many ? nextByBits(key, from, logits.length, least) : nextByLogit(logits, from, least);
  for (let token = next(0); token < logits.length; token = next(token + 1)) {
    const logit = logits[token]!;
    if (logit < floor) continue;
    const bits = randomBits(key, token);
    const score = (logit - greatest) * rate;
    if (score + gumbelBound(bits) <= best) continue;
    const noisy = score + gumbel(bits);
    if (noisy <= best) continue;
    winner = token;
    best = noisy;
    least = leastToWin();
  }
  return winner;
}

// Loops of their own, because a compiler keeps them in registers.

function nextByLogit(logits: Float32Array, from: number, least: number): number {
  let token = from;
  while (token < logits.length && logits[token]! < least) token++;
  return token;
}

function nextByBits(key: StreamKey, from: number, end: number, leastCell: number): number {
  const key0 = key[0] | 0;
  const key1 = key[1] | 0;
  let token = from;
  while (token < end && bitsOf(key0, key1, token) >>> 9 < leastCell) token++; // 23 bits are a small integer, 32 are not.
  return token;
}

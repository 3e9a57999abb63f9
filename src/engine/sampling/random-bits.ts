// One counter-based stream per sample: the bits depend on (seed, sample, step, token) alone, never on who shared the batch.
// pcg3d: Jarzynski & Olano, "Hash Functions for GPU Rendering", JCGT 2020. Integer arithmetic only, so that
// a shader finds the same bits.

/** Two 32-bit words that say where in which stream we are, ready for the second hash. */
export type StreamKey = readonly [number, number];

/** The key of one sample's step. `seed` may be any integer from 0 to 2³² − 1. */
export function streamKey(seed: number, sample: number, step: number): StreamKey {
  let [x, y, z] = [advance(seed), advance(sample), advance(step)];
  x = (x + Math.imul(y, z)) | 0;
  y = (y + Math.imul(z, x)) | 0;
  z = (z + Math.imul(x, y)) | 0;
  x ^= x >>> 16;
  y ^= y >>> 16;
  z ^= z >>> 16;
  x = (x + Math.imul(y, z)) | 0;
  y = (y + Math.imul(z, x)) | 0;
  return [advance(x), advance(y)];
}

/** 32 random bits for a token at that step. */
export function randomBits(key: StreamKey, token: number): number {
  return bitsOf(key[0], key[1], token);
}

/** The same of a key's two words: for a loop that has no time to take them out again for each token. */
export function bitsOf(x: number, y: number, token: number): number {
  let z = advance(token);
  x = (x + Math.imul(y, z)) | 0;
  y = (y + Math.imul(z, x)) | 0;
  z = (z + Math.imul(x, y)) | 0;
  x ^= x >>> 16;
  y ^= y >>> 16;
  z ^= z >>> 16;
  return (x + Math.imul(y, z)) >>> 0;
}

/**
 * The first token from `from` to before `end` whose upper 23 bits are at least `least`; `end` if none's are. From one
 * token to the next, two of the five products only grow by a constant.
 */
export function nextAtLeast(x0: number, y0: number, from: number, end: number, least: number): number {
  const growth = Math.imul(y0, MULTIPLIER);
  let z = advance(from);
  let x = (x0 + Math.imul(y0, z)) | 0;
  let token = from;
  for (; token < end; token++) {
    const y = (y0 + Math.imul(z, x)) | 0;
    const w = (z + Math.imul(x, y)) | 0;
    const bits = (x ^ (x >>> 16)) + Math.imul(y ^ (y >>> 16), w ^ (w >>> 16));
    if (bits >>> 9 >= least) break; // 23 bits are a small integer, 32 are not.
    z = (z + MULTIPLIER) | 0;
    x = (x + growth) | 0;
  }
  return token;
}

const MULTIPLIER = 1664525;

function advance(word: number): number {
  return (Math.imul(word, MULTIPLIER) + 1013904223) | 0;
}

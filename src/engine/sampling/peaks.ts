/** How many neighbouring tokens share a peak. */
export const BLOCK = 512;

export interface Peaks {
  /** NaN if any logit is not a number. */
  greatest: number;
  /** The first of the tokens with the greatest logit. */
  likeliest: number;
  /** The greatest logit of each block. Holds until the next call. // [⌈vocab / BLOCK⌉] */
  blocks: Float32Array;
}

let scratch = new Float32Array(0);

/** Where the logits are high: found once, it spares later readers most of them. // [vocab] */
export function peaksOf(logits: Float32Array): Peaks {
  const count = Math.ceil(logits.length / BLOCK);
  if (scratch.length !== count) scratch = new Float32Array(count);
  findPeaks(logits, scratch);
  let greatest = -Infinity;
  for (const peak of scratch) greatest = Math.max(greatest, peak);
  const likeliest = logits.indexOf(greatest, BLOCK * scratch.indexOf(greatest));
  return { greatest, likeliest, blocks: scratch };
}

/** Four lanes that do not wait for each other. */
function findPeaks(logits: Float32Array, blocks: Float32Array): void {
  const last = blocks.length - 1;
  for (let block = 0; block < last; block++) {
    const end = (block + 1) * BLOCK;
    let a = -Infinity;
    let b = -Infinity;
    let c = -Infinity;
    let d = -Infinity;
    for (let token = end - BLOCK; token < end; token += 4) {
      a = Math.max(a, logits[token]!);
      b = Math.max(b, logits[token + 1]!);
      c = Math.max(c, logits[token + 2]!);
      d = Math.max(d, logits[token + 3]!);
    }
    blocks[block] = Math.max(Math.max(a, b), Math.max(c, d));
  }
  let peak = -Infinity;
  for (let token = last * BLOCK; token < logits.length; token++) peak = Math.max(peak, logits[token]!);
  blocks[last] = peak;
}

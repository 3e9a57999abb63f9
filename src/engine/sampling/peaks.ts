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

function findPeaks(logits: Float32Array, blocks: Float32Array): void {
  for (let block = 0; block < blocks.length; block++) {
    const start = block * BLOCK;
    blocks[block] = greatestOf(logits, start, Math.min(start + BLOCK, logits.length));
  }
}

/** Four lanes that do not wait for each other. */
function greatestOf(logits: Float32Array, start: number, end: number): number {
  let a = -Infinity;
  let b = -Infinity;
  let c = -Infinity;
  let d = -Infinity;
  let token = start;
  for (; token + 3 < end; token += 4) {
    a = Math.max(a, logits[token]!);
    b = Math.max(b, logits[token + 1]!);
    c = Math.max(c, logits[token + 2]!);
    d = Math.max(d, logits[token + 3]!);
  }
  for (; token < end; token++) a = Math.max(a, logits[token]!);
  return Math.max(Math.max(a, b), Math.max(c, d));
}

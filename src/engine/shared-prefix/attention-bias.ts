import { HIDDEN } from "./prefix-pool";

/** One run's rows: how much of its tail each has filled, and how many new positions there are. */
export interface Window {
  tailLengths: readonly number[];
  /** The tails' capacity, in tokens. */
  tail: number;
  /** New positions of each row. */
  fresh: number;
  /** Query heads for each head of keys and values. */
  group: number;
}

/**
 * What is added to the scores on tail and new tokens: 0 where a token may look, and far below zero on the unfilled part of
 * the tail and on tokens after its own. For the last `asking` positions. // [rows, group · asking, tail + fresh]
 */
export function attentionBias({ tailLengths, tail, fresh, group }: Window, asking: number): Float32Array {
  const width = tail + fresh;
  const bias = new Float32Array(tailLengths.length * group * asking * width);
  let at = 0;
  for (const length of tailLengths) {
    for (let query = 0; query < group * asking; query++, at += width) {
      const own = fresh - asking + (query % asking);
      bias.fill(HIDDEN, at + length, at + tail);
      bias.fill(HIDDEN, at + tail + own + 1, at + width);
    }
  }
  return bias;
}

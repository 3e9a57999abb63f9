/** How a decoder keeps keys and values. */
export interface CacheShape {
  layers: number;
  kvHeads: number;
  headDim: number;
  /** Query heads for each head of keys and values. */
  group: number;
}

/** What one token of one sequence takes: a key and a value in each layer, in single precision. */
export function bytesPerToken({ layers, kvHeads, headDim }: CacheShape): number {
  return 2 * layers * kvHeads * headDim * 4;
}

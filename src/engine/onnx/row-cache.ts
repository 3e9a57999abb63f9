import type { Tensor } from "onnxruntime-web";

/** Keys and values of rows: one of each for each layer, [rows, heads, capacity, headDim]. */
export interface RowCache {
  readonly tensors: Tensor[];
  readonly rows: number;
  readonly capacity: number;
}

/** A row of a cache, of which the first `length` positions are filled. */
export interface CachedRow {
  cache: RowCache;
  row: number;
  length: number;
}

/** Makes a cache of copies of these rows, with room for `capacity` tokens each. The originals stay as they are. */
export type StackRows = (rows: readonly CachedRow[], capacity: number) => RowCache;

export function disposeCache({ tensors }: RowCache): void {
  for (const tensor of tensors) tensor.dispose();
}

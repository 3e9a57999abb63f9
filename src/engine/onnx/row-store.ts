import type { Tensor } from "onnxruntime-web";
import type { Sequence } from "../language-model";

/** Where a batch's keys and values are. How long each row is, the batch knows. */
export interface RowStore {
  /** Reads one token more behind rows of these lengths; gives the logits that follow. // [rows, 1, vocabulary] */
  step(lengths: readonly number[], ids: Tensor | number[][]): Promise<Tensor>;
  /** Keeps these rows, now of these lengths, in this order; one that comes twice is copied. */
  keep(rows: readonly number[], lengths: readonly number[]): void;
  /** More rows, behind those of these lengths. */
  add(sequences: readonly Sequence[], lengths: readonly number[]): void;
  /** Others in the place of some of these rows, which were so long. */
  replace(rows: readonly number[], sequences: readonly Sequence[], lengths: readonly number[]): void;
  truncate(row: number, length: number): void;
  /** A row for others to begin with. */
  sequence(row: number, tokens: readonly number[], logits: Float32Array | undefined): Sequence;
  dispose(): void;
}

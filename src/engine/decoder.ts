import type { Gauge } from "./gauge";
import type { Sequence, SequenceBatch } from "./language-model";

/** A session that reads and writes tokens, whatever way it keeps their keys and values. */
export interface Decoder {
  /** What one token of one sequence takes. */
  readonly bytesPerToken: number;
  readonly sharesPrefix: boolean;
  /** Reads tokens behind a sequence, or from the start, at batch 1. */
  read(before: Sequence | undefined, tokens: readonly number[]): Promise<Sequence>;
  batch(sequences: readonly Sequence[]): SequenceBatch;
  /** The logprobs of each continuation's tokens behind a sequence whose logits are known. */
  score(sequence: Sequence, continuations: readonly (readonly number[])[]): Promise<number[][]>;
  /** What the batches that are not disposed of hold. */
  readonly rows: Gauge;
  /** What they hold, each byte once. */
  bytesOf(sequences: readonly Sequence[]): number;
}

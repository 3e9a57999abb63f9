import type { Tensor } from "onnxruntime-web";
import type { Sequence } from "../language-model";
import type { GqaDecoder } from "./gqa-decoder";
import { GqaSequence } from "./gqa-sequence";
import { type CachedRow, disposeCache, type RowCache } from "./row-cache";
import type { RowStore } from "./row-store";

/** Each row with a copy of its prompt's keys and values. */
export class GqaStore implements RowStore {
  readonly #decoder: GqaDecoder;
  #cache: RowCache;
  #counted = 0; // bytes

  constructor(decoder: GqaDecoder, sequences: readonly GqaSequence[]) {
    this.#decoder = decoder;
    const rows = sequences.map(({ row }) => row);
    this.#cache = decoder.stack(rows, decoder.roomFor(longestOf(rows)));
  }

  async step(lengths: readonly number[], ids: Tensor | number[][]): Promise<Tensor> {
    if (this.#decoder.isStatic && Math.max(...lengths) >= this.#cache.capacity) {
      this.#restack(this.#rowsOf(lengths), Math.max(...lengths) + 1);
    }
    const { grown, logits } = await this.#decoder.step(this.#cache, lengths, ids);
    this.#cache = grown;
    this.#account();
    return logits;
  }

  keep(rows: readonly number[], lengths: readonly number[]): void {
    this.#restack(rows.map((row, at) => ({ cache: this.#cache, row, length: lengths[at]! })));
  }

  add(sequences: readonly Sequence[], lengths: readonly number[]): void {
    this.#restack([...this.#rowsOf(lengths), ...(sequences as GqaSequence[]).map(({ row }) => row)]);
  }

  replace(rows: readonly number[], sequences: readonly Sequence[], lengths: readonly number[]): void {
    const all = this.#rowsOf(lengths);
    rows.forEach((row, at) => (all[row] = (sequences[at] as GqaSequence).row));
    this.#restack(all);
  }

  truncate(): void {} // What is behind the end is written over, and seen by nobody.

  sequence(row: number, tokens: readonly number[], logits: Float32Array | undefined): GqaSequence {
    const cached = { cache: this.#cache, row, length: tokens.length };
    const cache = this.#decoder.stack([cached], cached.length);
    return new GqaSequence(this.#decoder, tokens, cache, logits);
  }

  dispose(): void {
    disposeCache(this.#cache);
    this.#count(0);
  }

  #rowsOf(lengths: readonly number[]): CachedRow[] {
    return lengths.map((length, row) => ({ cache: this.#cache, row, length }));
  }

  #restack(rows: readonly CachedRow[], longest = longestOf(rows)): void {
    const before = this.#cache;
    this.#cache = this.#decoder.stack(rows, this.#decoder.roomFor(longest));
    disposeCache(before);
    this.#account();
  }

  #account(): void {
    this.#count(this.#cache.rows * this.#cache.capacity * this.#decoder.bytesPerToken);
  }

  #count(bytes: number): void {
    this.#decoder.rows.add(bytes - this.#counted);
    this.#counted = bytes;
  }
}

function longestOf(rows: readonly CachedRow[]): number {
  return Math.max(0, ...rows.map(({ length }) => length));
}

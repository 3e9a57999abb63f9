import type { Sequence } from "../language-model";
import type { GqaDecoder } from "./gqa-decoder";
import { type CachedRow, disposeCache, type RowCache } from "./row-cache";

/** A cache of one row, which forks and shorter versions of the sequence use together; the last to be released frees it. */
interface SharedCache {
  cache: RowCache;
  users: number;
}

/** A sequence that keeps its keys and values on the device. */
export class GqaSequence implements Sequence {
  readonly tokens: readonly number[];
  readonly logits: Float32Array | undefined;
  readonly #decoder: GqaDecoder;
  readonly #shared: SharedCache;
  #released = false;

  constructor(
    decoder: GqaDecoder,
    tokens: readonly number[],
    cache: RowCache | SharedCache,
    logits: Float32Array | undefined,
  ) {
    this.#decoder = decoder;
    this.tokens = tokens;
    this.logits = logits;
    this.#shared = "users" in cache ? cache : { cache, users: 0 };
    this.#shared.users++;
  }

  get row(): CachedRow {
    return { cache: this.#shared.cache, row: 0, length: this.tokens.length };
  }

  append(tokens: readonly number[]): Promise<GqaSequence> {
    return this.#decoder.read(this, tokens);
  }

  truncate(length: number): GqaSequence {
    const isWhole = length >= this.tokens.length;
    const tokens = this.tokens.slice(0, length);
    return new GqaSequence(this.#decoder, tokens, this.#shared, isWhole ? this.logits : undefined);
  }

  fork(count: number): GqaSequence[] {
    return Array.from({ length: count }, () => this.truncate(this.tokens.length));
  }

  release(): void {
    if (this.#released) return;
    this.#released = true;
    if (--this.#shared.users === 0) disposeCache(this.#shared.cache);
  }
}

import type { Sequence } from "../language-model";
import { cutPath, type Path, pathTokens } from "./path";
import type { SharedDecoder } from "./shared-decoder";

/** A path through segments. Nothing is copied when it forks, and nothing needs to be freed: segments go with their last path. */
export class SharedSequence implements Sequence {
  readonly path: Path;
  readonly tokens: readonly number[];
  readonly logits: Float32Array | undefined;
  readonly #decoder: SharedDecoder;

  constructor(decoder: SharedDecoder, path: Path, logits: Float32Array | undefined) {
    this.#decoder = decoder;
    this.path = path;
    this.tokens = pathTokens(path);
    this.logits = logits;
  }

  append(tokens: readonly number[]): Promise<SharedSequence> {
    return this.#decoder.read(this, tokens);
  }

  truncate(length: number): SharedSequence {
    if (length >= this.tokens.length) return this;
    return new SharedSequence(this.#decoder, cutPath(this.path, length), undefined);
  }

  fork(count: number): SharedSequence[] {
    return new Array<SharedSequence>(count).fill(this);
  }

  release(): void {} // It goes with whoever knew it last.
}

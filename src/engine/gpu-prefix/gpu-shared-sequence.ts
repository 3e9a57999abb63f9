import type { Sequence } from "../language-model";
import { cutPath, pathTokens } from "../shared-prefix/path";
import { type GpuPath, hold, letGo } from "./gpu-segment";
import type { GpuSharedDecoder } from "./gpu-shared-decoder";

/** A path through segments on the GPU, which it holds until it is released. */
export class GpuSharedSequence implements Sequence {
  readonly path: GpuPath;
  readonly tokens: readonly number[];
  readonly logits: Float32Array | undefined;
  readonly #decoder: GpuSharedDecoder;
  #released = false;

  constructor(decoder: GpuSharedDecoder, path: GpuPath, logits: Float32Array | undefined) {
    hold(path);
    this.#decoder = decoder;
    this.path = path;
    this.tokens = pathTokens(path);
    this.logits = logits;
  }

  append(tokens: readonly number[]): Promise<GpuSharedSequence> {
    return this.#decoder.read(this, tokens);
  }

  truncate(length: number): GpuSharedSequence {
    const logits = length >= this.tokens.length ? this.logits : undefined;
    return new GpuSharedSequence(this.#decoder, cutPath(this.path, length), logits);
  }

  fork(count: number): GpuSharedSequence[] {
    return Array.from({ length: count }, () => this.truncate(this.tokens.length));
  }

  release(): void {
    if (this.#released) return;
    this.#released = true;
    letGo(this.path);
  }
}

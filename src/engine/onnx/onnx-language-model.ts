import type { CacheMemory, ChatMessage, MemoryUse } from "../../../workers/protocol";
import type { Decoder } from "../decoder";
import { Gauge } from "../gauge";
import type { LanguageModel, Sequence, SequenceBatch, TextStream } from "../language-model";
import type { ModelConfig } from "../model-config";
import { PrefixCache } from "../prefix-cache";
import type { Continuations } from "../score";
import type { ChatTokenizer } from "../text/tokenizer";
import type { WarmUp } from "./warm-decoder";

/** All that a loaded model is made of. */
export interface Parts {
  config: ModelConfig;
  tokenizer: ChatTokenizer;
  decoder: Decoder;
  /** What keys and values may take, those that are only remembered included. */
  budgetBytes: number;
  weightBytes: number;
  outlivesFullMemory: boolean;
  warmUp: WarmUp;
  /** What the runtime holds in all: its WebAssembly memory, or its buffers on the GPU. */
  runtime: () => MemoryUse;
  release(): Promise<void>;
}

/** A quarter of the budget may be prompts that nobody is using. */
const REMEMBERED_SHARE = 0.25;

/** A decoder in onnxruntime-web, on a GPU where one is given and on WebAssembly otherwise. */
export class OnnxLanguageModel implements LanguageModel {
  readonly contextLength: number;
  readonly vocabularySize: number;
  readonly stopTokens: ReadonlySet<number>;
  readonly cache: CacheMemory;
  readonly outlivesFullMemory: boolean;
  readonly #parts: Parts;
  readonly #remembered: PrefixCache;
  readonly #prompts = new Gauge("prompts");

  constructor(parts: Parts) {
    const { config, decoder, budgetBytes } = parts;
    const { bytesPerToken, sharesPrefix } = decoder;
    this.contextLength = config.contextLength;
    this.vocabularySize = config.vocabularySize;
    this.stopTokens = new Set(config.stopTokens);
    this.cache = { bytesPerToken, sharesPrefix, budgetBytes: budgetBytes * (1 - REMEMBERED_SHARE) };
    this.outlivesFullMemory = parts.outlivesFullMemory;
    this.#parts = parts;
    this.#remembered = new PrefixCache(
      (sequences) => decoder.bytesOf(sequences),
      budgetBytes * REMEMBERED_SHARE,
    );
  }

  tokenize(messages: readonly ChatMessage[]): number[] {
    return this.#parts.tokenizer.tokenize(messages);
  }

  textStream(): TextStream {
    return this.#parts.tokenizer.textStream();
  }

  async prefill(tokens: readonly number[]): Promise<Sequence> {
    const known = this.#remembered.find(tokens);
    if (known?.logits && known.tokens.length === tokens.length) return known;
    const before = known?.truncate(tokens.length - 1); // The last one is read again for its logits.
    try {
      const rest = tokens.slice(before?.tokens.length ?? 0);
      const sequence = await this.#parts.decoder.read(before, rest);
      this.#remembered.remember(sequence);
      this.#prompts.set(this.#remembered.bytes);
      return sequence;
    } finally {
      known?.release();
      before?.release();
    }
  }

  batch(sequences: readonly Sequence[]): SequenceBatch {
    return this.#parts.decoder.batch(sequences);
  }

  score(sequence: Sequence, continuations: Continuations): Promise<number[][]> {
    return this.#parts.decoder.score(sequence, continuations);
  }

  warmUp(rows: number, signal: AbortSignal): Promise<void> {
    return this.#parts.warmUp(rows, signal);
  }

  memory(): MemoryUse[] {
    const { weightBytes, decoder, runtime } = this.#parts;
    this.#prompts.set(this.#remembered.bytes);
    return [
      { purpose: "weights", live: weightBytes, peak: weightBytes },
      this.#prompts.read(),
      decoder.rows.read(),
      runtime(),
    ];
  }

  async dispose(): Promise<void> {
    this.#remembered.clear();
    await this.#parts.release();
  }
}

import type { CacheMemory, ChatMessage, MemoryUse } from "../../../workers/protocol";
import type { Decoder } from "../decoder";
import { Gauge } from "../gauge";
import type { LanguageModel, Sequence, SequenceBatch, TextStream } from "../language-model";
import type { ModelConfig } from "../model-config";
import { PrefixCache } from "../prefix-cache";
import type { Continuations } from "../score";
import type { ChatTokenizer } from "../text/tokenizer";
import type { OpenDecoder } from "./open-decoder";
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
  /** Where a decoder that keeps copies of a prompt can be joined by one that shares it. */
  sharing?: Sharing;
  /** What the runtime holds in all: its WebAssembly memory, or its buffers on the GPU. */
  runtime: () => MemoryUse;
  release(): Promise<void>;
}

/** A second session over the same weights. */
export interface Sharing {
  /** What a token takes. */
  bytesPerToken: number;
  /** Undefined where it is not to be had. */
  open: () => Promise<OpenDecoder | undefined>;
}

/** A quarter of the budget may be prompts that nobody is using. */
const REMEMBERED_SHARE = 0.25;

/** A decoder in onnxruntime-web, on a GPU where one is given and on WebAssembly otherwise. */
export class OnnxLanguageModel implements LanguageModel {
  readonly contextLength: number;
  readonly vocabularySize: number;
  readonly stopTokens: ReadonlySet<number>;
  readonly outlivesFullMemory: boolean;
  readonly #parts: Parts;
  readonly #remembered: PrefixCache;
  readonly #prompts = new Gauge("prompts");
  #cache: CacheMemory;
  #opening: Promise<OnnxLanguageModel | undefined> | undefined;
  #sharing: OnnxLanguageModel | undefined;

  constructor(parts: Parts) {
    const { config, decoder, budgetBytes } = parts;
    const { bytesPerToken, sharesPrefix } = decoder;
    this.contextLength = config.contextLength;
    this.vocabularySize = config.vocabularySize;
    this.stopTokens = new Set(config.stopTokens);
    const left = budgetBytes * (1 - REMEMBERED_SHARE);
    this.#cache = { bytesPerToken, sharesPrefix, budgetBytes: left };
    if (parts.sharing && left > parts.weightBytes) {
      this.#cache.sharing = {
        bytesPerToken: parts.sharing.bytesPerToken,
        budgetBytes: left - parts.weightBytes,
      };
    }
    this.outlivesFullMemory = parts.outlivesFullMemory;
    this.#parts = parts;
    this.#remembered = new PrefixCache(
      (sequences) => decoder.bytesOf(sequences),
      budgetBytes * REMEMBERED_SHARE,
    );
  }

  get cache(): CacheMemory {
    return this.#cache;
  }

  tokenize(messages: readonly ChatMessage[]): number[] {
    return this.#parts.tokenizer.tokenize(messages);
  }

  textStream(): TextStream {
    return this.#parts.tokenizer.textStream();
  }

  async prefill(tokens: readonly number[]): Promise<Sequence> {
    this.#sharing?.forget();
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

  /** A second session has the weights a second time: from then on these are no longer there for keys and values. */
  async sharing(): Promise<LanguageModel> {
    this.#opening ??= this.#openSharing();
    this.#sharing = await this.#opening;
    const { sharing, ...cache } = this.#cache;
    this.#cache = this.#sharing && sharing ? { ...cache, budgetBytes: sharing.budgetBytes, sharing } : cache;
    if (!this.#sharing) return this;
    this.forget();
    return this.#sharing;
  }

  async #openSharing(): Promise<OnnxLanguageModel | undefined> {
    const { sharing, ...parts } = this.#parts;
    const opened = await sharing?.open();
    return opened && new OnnxLanguageModel({ ...parts, ...opened, warmUp: () => Promise.resolve() });
  }

  forget(): void {
    this.#remembered.clear();
  }

  memory(): MemoryUse[] {
    const { weightBytes, decoder, runtime } = this.#parts;
    this.#prompts.set(this.#remembered.bytes);
    const own = [
      { purpose: "weights", live: weightBytes, peak: weightBytes } as const,
      this.#prompts.read(),
      decoder.rows.read(),
    ];
    const others = this.#sharing?.memory() ?? [];
    return [...own.map((use) => together(use, others)), runtime()];
  }

  async dispose(): Promise<void> {
    this.forget();
    const sharing = await this.#opening?.catch(() => undefined);
    await sharing?.dispose();
    await this.#parts.release();
  }
}

/** What both sessions hold for a purpose. */
function together({ purpose, live, peak }: MemoryUse, others: readonly MemoryUse[]): MemoryUse {
  const other = others.find((use) => use.purpose === purpose);
  return { purpose, live: live + (other?.live ?? 0), peak: peak + (other?.peak ?? 0) };
}

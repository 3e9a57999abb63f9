import { errorCode, type SamplingOptions } from "../../workers/protocol";
import type { PromptSamples } from "../../workers/protocol/prompts";
import { roomBehind } from "./context-room";
import type { LanguageModel, Sequence } from "./language-model";
import { SampleWriter } from "./sample-writer";

interface OpenPrompt {
  index: number;
  tokens: number[];
  /** Samples that have not ended yet. */
  left: number;
  sequence?: Promise<Sequence>;
}

export interface OpenPromptsOptions {
  prompts: readonly PromptSamples[];
  sampling: Omit<SamplingOptions, "seed">;
  /** The model cannot read this prompt; told once. */
  onRefused: (prompt: number, reason: string) => void;
}

/** Prompts of which samples are being written: each is read when its first sample begins, and let go after its last. */
export class OpenPrompts {
  readonly #model: LanguageModel;
  readonly #options: OpenPromptsOptions;
  readonly #promptOf = new Map<SampleWriter, OpenPrompt>();

  constructor(model: LanguageModel, options: OpenPromptsOptions) {
    this.#model = model;
    this.#options = options;
  }

  /** The samples in order, each made when it is asked for. */
  *writers(): Generator<SampleWriter, undefined> {
    for (const [index, { messages, seed, samples }] of this.#options.prompts.entries()) {
      const tokens = this.#model.tokenize(messages);
      const maxTokens = this.#roomFor(index, tokens.length);
      if (maxTokens === 0) continue;
      const sampling = { ...this.#options.sampling, seed };
      const open: OpenPrompt = { index, tokens, left: samples.length };
      for (const sample of samples) {
        const writer = new SampleWriter(this.#model, { sampling, sample, maxTokens, prompt: tokens });
        this.#promptOf.set(writer, open);
        yield writer;
      }
    }
  }

  /** Whoever is given it releases it. */
  async sequenceOf(writer: SampleWriter): Promise<Sequence> {
    const open = this.#promptOf.get(writer)!;
    open.sequence ??= this.#model.prefill(open.tokens);
    return (await open.sequence).fork(1)[0]!;
  }

  /** Takes leave of a sample that has ended, and says whose it was. */
  close(writer: SampleWriter): number {
    const open = this.#promptOf.get(writer)!;
    this.#promptOf.delete(writer);
    if (--open.left === 0) void this.#letGo(open);
    return open.index;
  }

  async dispose(): Promise<void> {
    for (const open of new Set(this.#promptOf.values())) await this.#letGo(open);
    this.#promptOf.clear();
  }

  async #letGo(open: OpenPrompt): Promise<void> {
    const sequence = await open.sequence?.catch(() => undefined);
    sequence?.release();
    delete open.sequence;
  }

  #roomFor(index: number, promptTokens: number): number {
    try {
      return Math.min(this.#options.sampling.maxTokens, roomBehind(promptTokens, this.#model.contextLength));
    } catch (error) {
      if (errorCode(error) !== "prompt-too-long") throw error;
      this.#options.onRefused(index, (error as Error).message);
      return 0;
    }
  }
}

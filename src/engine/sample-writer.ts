import type { FinishReason, SampledToken, SamplingOptions } from "../../workers/protocol";
import type { LanguageModel, TextStream } from "./language-model";
import { sampleToken } from "./sampling/sample-token";
import { StopStrings } from "./text/stop-strings";

/** One sample while it is being written. */
export class SampleWriter {
  readonly sample: number;
  /** Set once it has ended. */
  finish: FinishReason | undefined;
  /** The newest token, which the model has not read yet. */
  lastToken = -1;

  readonly #options: SamplingOptions;
  readonly #maxTokens: number;
  readonly #stopTokens: ReadonlySet<number>;
  readonly #textStream: TextStream;
  readonly #stopStrings: StopStrings;
  #count = 0;

  /** `maxTokens` is what is asked for or what the context has room for, whichever is less. */
  constructor(model: LanguageModel, options: SamplingOptions, sample: number, maxTokens: number) {
    this.sample = sample;
    this.#options = options;
    this.#maxTokens = maxTokens;
    this.#stopTokens = model.stopTokens;
    this.#textStream = model.textStream();
    this.#stopStrings = new StopStrings(options.stop);
  }

  /** Draws the next token from its logits, and decides whether it is the last. // [vocab] */
  write(logits: Float32Array): SampledToken {
    const { sample } = this;
    const { id, logprob } = sampleToken(logits, { options: this.#options, sample, step: this.#count });
    this.#count++;
    this.lastToken = id;
    return { sample, id, text: this.#textOf(id), logprob };
  }

  #textOf(id: number): string {
    const isStopToken = this.#stopTokens.has(id);
    const isLast = isStopToken || this.#count >= this.#maxTokens;
    let piece = isStopToken ? "" : this.#textStream.push(id);
    if (isLast) piece += this.#textStream.flush();

    const { text, stopped } = this.#stopStrings.push(piece);
    if (stopped || isStopToken) this.finish = "stop";
    else if (isLast) this.finish = "length";
    return isLast && !stopped ? text + this.#stopStrings.flush() : text;
  }
}

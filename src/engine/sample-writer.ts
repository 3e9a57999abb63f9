import type { FinishReason, SampledToken, SamplingOptions } from "../../workers/protocol";
import type { LanguageModel, TextStream } from "./language-model";
import type { Draw, DrawnToken } from "./sampling/sample-token";
import { StopStrings } from "./text/stop-strings";

export interface SampleStart {
  sampling: SamplingOptions;
  sample: number;
  /** What is asked for or what the context has room for, whichever is less. */
  maxTokens: number;
  prompt: readonly number[];
  /** Tokens it already has, from a run that broke off. */
  begun?: readonly number[] | undefined;
}

/** One sample while it is being written. */
export class SampleWriter {
  readonly sample: number;
  readonly tokens: number[] = [];
  /** Set once it has ended. */
  finish: FinishReason | undefined;

  readonly #options: SamplingOptions;
  readonly #maxTokens: number;
  readonly #stopTokens: ReadonlySet<number>;
  readonly #textStream: TextStream;
  readonly #stopStrings: StopStrings;
  /** Tokens of the prompt and of the answer so far: what a repetition penalty is for. */
  readonly #seen: Set<number>;

  constructor(model: LanguageModel, { sampling, sample, maxTokens, prompt, begun = [] }: SampleStart) {
    this.sample = sample;
    this.#options = sampling;
    this.#maxTokens = maxTokens;
    this.#stopTokens = model.stopTokens;
    this.#textStream = model.textStream();
    this.#stopStrings = new StopStrings(sampling.stop);
    this.#seen = new Set(prompt);
    for (const id of begun) this.accept({ id, logprob: 0 });
  }

  /** Whether what it has written changes how the next token is drawn. */
  get looksBack(): boolean {
    return (this.#options.repetitionPenalty ?? 1) !== 1;
  }

  /** What its next token depends on, if it has `ahead` tokens more by then than are known. */
  drawOf(ahead: number): Draw {
    return {
      options: this.#options,
      sample: this.sample,
      step: this.tokens.length + ahead,
      seen: this.#seen,
    };
  }

  /** Whether no token can follow its next `ahead`. */
  isLast(ahead: number): boolean {
    return this.finish !== undefined || this.tokens.length + ahead >= this.#maxTokens;
  }

  /** Takes a token, and decides whether it is the last. */
  accept({ id, logprob }: Pick<DrawnToken, "id" | "logprob">): SampledToken {
    const { sample } = this;
    this.#seen.add(id);
    this.tokens.push(id);
    return { sample, id, text: this.#textOf(id), logprob };
  }

  #textOf(id: number): string {
    const isStopToken = this.#stopTokens.has(id);
    const isLast = isStopToken || this.tokens.length >= this.#maxTokens;
    let piece = isStopToken ? "" : this.#textStream.push(id);
    if (isLast) piece += this.#textStream.flush();

    const { text, stopped } = this.#stopStrings.push(piece);
    if (stopped || isStopToken) this.finish = "stop";
    else if (isLast) this.finish = "length";
    return isLast && !stopped ? text + this.#stopStrings.flush() : text;
  }
}

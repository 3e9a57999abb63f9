import { errorCode, type GenerationEvent, type SampledToken } from "../../workers/protocol";
import type { LanguageModel, Sequence, SequenceBatch } from "./language-model";
import { isOutOfMemory } from "./onnx/runtime-error";
import type { SampleWriter } from "./sample-writer";
import type { DrawnToken } from "./sampling/sample-token";

/** Tokens that were asked for and may not be known yet. */
interface Drawing {
  writers: readonly SampleWriter[];
  tokens: Promise<DrawnToken[]>;
}

/**
 * Samples of one prompt, some of which are written now, a row of a batch each, while the others wait for a row. Where memory
 * fails, half of the rows go back to wait, and lose nothing: what was written is read again when their turn comes.
 */
export class RowQueue {
  readonly #model: LanguageModel;
  readonly #prompt: Sequence;
  readonly #onEvent: (event: GenerationEvent) => void;
  #waiting: SampleWriter[];
  #writers: SampleWriter[] = []; // one for each row
  #drawings: Drawing[] = []; // oldest first, as many as the batch is late
  #batch: SequenceBatch | undefined;
  #hasDrawn = false;
  #mostRows: number;

  constructor(
    model: LanguageModel,
    prompt: Sequence,
    writers: readonly SampleWriter[],
    mostRows: number,
    onEvent: (event: GenerationEvent) => void,
  ) {
    this.#model = model;
    this.#prompt = prompt;
    this.#waiting = writers.filter(({ finish }) => !finish);
    this.#mostRows = mostRows;
    this.#onEvent = onEvent;
  }

  /** Gives free rows to those who wait. False once nobody writes and nobody waits. */
  async fill(): Promise<boolean> {
    const next = this.#waiting.splice(0, Math.max(0, this.#mostRows - this.#writers.length));
    if (next.length > 0) await this.#begin(next).catch((error: unknown) => this.#narrow(error, next));
    return this.#writers.length > 0 || (this.#waiting.length > 0 && this.fill());
  }

  /** Draws each row's next token. What is returned are those known by now, of this step or an earlier one. */
  async draw(): Promise<SampledToken[]> {
    const batch = this.#batch!;
    this.#hasDrawn = this.#writers.some((writer) => !writer.isLast(this.#ahead(writer)));
    if (this.#hasDrawn) {
      const { tokens } = await batch.draw(this.#writers.map((writer) => writer.drawOf(this.#ahead(writer))));
      tokens.catch(() => {}); // Nobody asks for it after a failure.
      this.#drawings.push({ writers: this.#writers, tokens });
      if (this.#drawings.length <= this.#lag) return [];
    }
    const { writers, tokens } = this.#drawings.shift()!;
    const drawn = await tokens;
    return writers.flatMap((writer, row) => (writer.finish ? [] : writer.accept(drawn[row]!)));
  }

  /** How many of its tokens were asked for and are not known yet. */
  #ahead(writer: SampleWriter): number {
    return this.#drawings.filter(({ writers }) => writers.includes(writer)).length;
  }

  /** A repetition penalty is about all tokens so far, so that they have to be known. */
  get #lag(): number {
    return this.#writers.some((writer) => writer.looksBack) ? 0 : this.#batch!.lag;
  }

  /** Frees the rows whose samples have ended, and returns these. */
  dropEnded(): SampleWriter[] {
    const ended = this.#writers.filter(({ finish }) => finish);
    if (ended.length === 0) return ended;
    const kept = [...this.#writers.keys()].filter((row) => !this.#writers[row]!.finish);
    if (kept.length === 0) this.#drop();
    else {
      this.#batch!.keep(kept);
      this.#writers = kept.map((row) => this.#writers[row]!);
    }
    return ended;
  }

  /** Reads the tokens that were drawn last. */
  async decode(): Promise<void> {
    if (this.#writers.length === 0 || !this.#hasDrawn) return;
    await this.#batch!.decode().catch((error: unknown) => this.#narrow(error, []));
  }

  dispose(): void {
    this.#drop();
  }

  async #begin(writers: readonly SampleWriter[]): Promise<void> {
    const sequences: Sequence[] = [];
    try {
      for (const { tokens } of writers) {
        sequences.push(tokens.length > 0 ? await this.#prompt.append(tokens) : this.#prompt.fork(1)[0]!);
      }
      if (this.#batch) this.#batch.add(sequences);
      else this.#batch = this.#model.batch(sequences);
      this.#writers = [...this.#writers, ...writers];
    } finally {
      for (const sequence of sequences) sequence.release();
    }
  }

  /** Starts again with half as many rows; the rest wait. One row that does not fit is an error. */
  #narrow(error: unknown, beginning: readonly SampleWriter[]): void {
    const writers = [...this.#writers, ...beginning];
    const isFull = errorCode(error) === "out-of-memory" || isOutOfMemory(error);
    if (!isFull || !this.#model.outlivesFullMemory || writers.length <= 1) throw error;
    this.#mostRows = Math.floor(writers.length / 2);
    this.#drop();
    this.#waiting.unshift(...writers);
    this.#onEvent({ type: "narrowed", rows: this.#mostRows });
  }

  #drop(): void {
    this.#batch?.dispose();
    this.#batch = undefined;
    this.#writers = [];
    this.#drawings = [];
  }
}

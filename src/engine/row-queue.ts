import { errorCode, type SampledToken } from "../../workers/protocol";
import type { LanguageModel, Sequence, SequenceBatch } from "./language-model";
import { isOutOfMemory, SpoiltMemory } from "./onnx/runtime-error";
import type { SampleWriter } from "./sample-writer";
import type { DrawnToken } from "./sampling/sample-token";

/** Tokens that were asked for and may not be known yet. */
interface Drawing {
  writers: readonly SampleWriter[];
  tokens: Promise<DrawnToken[]>;
}

/** A token and whose it is. */
export interface WrittenToken {
  writer: SampleWriter;
  token: SampledToken;
}

export interface RowQueueOptions {
  /** Asked for when a row is free, in the order in which they are to begin. */
  writers: Iterator<SampleWriter>;
  /** What a writer's prompt left in the model. Whoever is given it releases it. */
  promptOf: (writer: SampleWriter) => Promise<Sequence>;
  mostRows: number;
  /** The memory was full; from here on there are so many rows. */
  onNarrowed: (rows: number) => void;
}

/**
 * Samples, some of which are written now, a row of a batch each, while the others wait for a row. Where memory
 * fails, half of the rows go back to wait, and lose nothing: what was written is read again when their turn comes.
 */
export class RowQueue {
  readonly #model: LanguageModel;
  readonly #options: RowQueueOptions;
  readonly #told = new WeakSet<SampleWriter>();
  #setBack: SampleWriter[] = []; // before all others
  #waiting: SampleWriter | undefined; // the first of the others
  #writers: SampleWriter[] = []; // one for each row
  #drawings: Drawing[] = []; // oldest first, as many as the batch is late
  #batch: SequenceBatch | undefined;
  #hasDrawn = false;
  #mostRows: number;

  constructor(model: LanguageModel, options: RowQueueOptions) {
    this.#model = model;
    this.#options = options;
    this.#mostRows = options.mostRows;
  }

  get rows(): number {
    return this.#writers.length;
  }

  /**
   * Gives free rows to those who wait: those whose samples have ended first, in their places, then new ones. False once
   * nobody writes and nobody waits.
   */
  async fill(): Promise<boolean> {
    const next = this.#takeWaiting(this.#mostRows - this.#writing);
    if (next.length > 0) await this.#begin(next).catch((error: unknown) => this.#narrow(error, next));
    if (this.#writing < this.#writers.length) this.#dropEnded();
    return this.#writers.length > 0 || (this.#setBack.length > 0 && this.fill());
  }

  get #writing(): number {
    return this.#writers.filter(({ finish }) => !finish).length;
  }

  #takeWaiting(most: number): SampleWriter[] {
    const next = this.#setBack.splice(0, Math.max(0, most));
    while (next.length < most) {
      const writer = this.#peek();
      if (!writer) break;
      this.#waiting = undefined;
      next.push(writer);
    }
    return next;
  }

  #peek(): SampleWriter | undefined {
    this.#waiting ??= this.#options.writers.next().value as SampleWriter | undefined;
    return this.#waiting;
  }

  /** Draws each row's next token. What is returned are those known by now, of this step or an earlier one. */
  async draw(): Promise<WrittenToken[]> {
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
    return writers.flatMap((writer, row) =>
      writer.finish ? [] : { writer, token: writer.accept(drawn[row]!) },
    );
  }

  /** How many of its tokens were asked for and are not known yet. */
  #ahead(writer: SampleWriter): number {
    return this.#drawings.filter(({ writers }) => writers.includes(writer)).length;
  }

  /** A repetition penalty is about all tokens so far, so that they have to be known. */
  get #lag(): number {
    return this.#writers.some((writer) => writer.looksBack) ? 0 : this.#batch!.lag;
  }

  /** The samples that have ended with the last draw. Their rows stand until others take them, or are freed if nobody waits. */
  takeEnded(): SampleWriter[] {
    const ended = this.#writers.filter((writer) => writer.finish && !this.#told.has(writer));
    for (const writer of ended) this.#told.add(writer);
    if (ended.length > 0 && this.#setBack.length === 0 && !this.#peek()) this.#dropEnded();
    return ended;
  }

  #dropEnded(): void {
    const kept = [...this.#writers.keys()].filter((row) => !this.#writers[row]!.finish);
    if (kept.length === 0) return this.#drop();
    this.#batch!.keep(kept);
    this.#writers = kept.map((row) => this.#writers[row]!);
  }

  /** Reads the tokens that were drawn last. */
  async decode(): Promise<void> {
    if (this.#writing === 0 || !this.#hasDrawn) return;
    await this.#batch!.decode().catch((error: unknown) => this.#narrow(error, []));
  }

  dispose(): void {
    this.#drop();
  }

  async #begin(writers: readonly SampleWriter[]): Promise<void> {
    const sequences: Sequence[] = [];
    try {
      for (const writer of writers) sequences.push(await this.#sequenceOf(writer));
      this.#seat(writers, sequences);
    } finally {
      for (const sequence of sequences) sequence.release();
    }
  }

  /** In the places of those who have ended, then behind. */
  #seat(writers: readonly SampleWriter[], sequences: readonly Sequence[]): void {
    if (!this.#batch) {
      this.#batch = this.#model.batch(sequences);
      this.#writers = [...writers];
      return;
    }
    const free = [...this.#writers.keys()].filter((row) => this.#writers[row]!.finish);
    const rows = free.slice(0, writers.length);
    this.#batch.replace(rows, sequences.slice(0, rows.length));
    if (rows.length < writers.length) this.#batch.add(sequences.slice(rows.length));
    this.#writers = [...this.#writers, ...writers.slice(rows.length)];
    rows.forEach((row, at) => (this.#writers[row] = writers[at]!));
  }

  async #sequenceOf(writer: SampleWriter): Promise<Sequence> {
    const prompt = await this.#options.promptOf(writer);
    if (writer.tokens.length === 0) return prompt;
    try {
      return await prompt.append(writer.tokens);
    } finally {
      prompt.release();
    }
  }

  /** Starts again with half as many rows; the rest wait. One row that does not fit is an error. */
  #narrow(error: unknown, beginning: readonly SampleWriter[]): void {
    const writers = [...this.#writers.filter(({ finish }) => !finish), ...beginning];
    const isFull = errorCode(error) === "out-of-memory" || isOutOfMemory(error);
    if (!isFull || error instanceof SpoiltMemory || !this.#model.outlivesFullMemory || writers.length <= 1)
      throw error;
    this.#mostRows = Math.floor(writers.length / 2);
    this.#drop();
    this.#setBack.unshift(...writers);
    this.#options.onNarrowed(this.#mostRows);
  }

  #drop(): void {
    this.#batch?.dispose();
    this.#batch = undefined;
    this.#writers = [];
    this.#drawings = [];
  }
}

import type { Breathe } from "../breathe";

/** How far a curation is. A file is read by bytes; then words are counted and looked for, a text once in each step. */
export interface Progress {
  step: "reading" | "counting words" | "matching";
  done: number;
  of: number;
}

/** How long work is done: pauses, the end that somebody else puts to it, and who is told. */
export interface Work {
  breathe?: Breathe;
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

/** Texts between two pauses: some milliseconds. */
const TEXTS = 256;

/** Between the texts of one step. Rejects once the work is aborted. */
export class Pace {
  readonly #work: Work;
  readonly #progress: Progress;

  constructor(work: Work, step: Progress["step"], of: number) {
    this.#work = work;
    this.#progress = { step, done: 0, of };
  }

  /** To await after each text, where it is not undefined. */
  next(): Promise<void> | undefined {
    const done = ++this.#progress.done;
    if (done % TEXTS !== 0 && done !== this.#progress.of) return undefined;
    this.#work.signal?.throwIfAborted();
    this.#work.onProgress?.({ ...this.#progress });
    return this.#work.breathe?.();
  }
}

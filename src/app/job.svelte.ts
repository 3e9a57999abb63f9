import { type EngineErrorCode, errorCode, type LoadedModel } from "../../workers/protocol";
import type { Choice } from "./choice";
import type { Library, LoadProgress } from "./library.svelte";
import { sentenceOf } from "./sentence-of";
import type { Device } from "./settings";

const AT_REST = ["idle", "waiting", "finished", "stopped", "failed"] as const;

/** A job loads its model, and then does what is its own: `Doing`. */
export type JobStatus<Doing extends string> = (typeof AT_REST)[number] | "loading" | Doing;

/** After these a worker, or the model it holds, may be of no use any more. */
const RUINOUS: readonly (EngineErrorCode | undefined)[] = [
  "device-lost",
  "out-of-memory",
  "model-not-loaded",
];

/** What a view has the worker do with a model: one thing at a time, from loading the model to an end that it can tell. */
export class Job<Doing extends string> {
  #status = $state<JobStatus<Doing>>("idle");
  #reason = $state("");
  #progress = $state.raw<LoadProgress | null>(null);
  #abort = new AbortController();
  #underWay: Promise<void> = Promise.resolve();
  readonly #library: Library;
  readonly #patienceMs: () => number;

  /** `patienceMs`: how long a worker may take to hear Stop. */
  constructor(library: Library, patienceMs: () => number) {
    this.#library = library;
    this.#patienceMs = patienceMs;
  }

  readonly busy = $derived(!(AT_REST as readonly string[]).includes(this.#status));

  get status() {
    return this.#status;
  }
  /** Why it failed, or was stopped by something else than Stop. */
  get reason() {
    return this.#reason;
  }
  get progress() {
    return this.#progress;
  }
  get signal(): AbortSignal {
    return this.#abort.signal;
  }
  /** Settles when what is under way has ended, and never rejects. */
  get underWay(): Promise<void> {
    return this.#underWay;
  }

  become(status: JobStatus<Doing>, reason = this.#reason): void {
    this.#status = status;
    this.#reason = reason;
  }

  /** `work` must not reject. */
  begin(work: () => Promise<void>): void {
    this.#abort = new AbortController();
    this.#underWay = work();
  }

  /** Makes the worker hold a model on a device; `ms` is absent where it already did. */
  async load(choice: Choice, device: Device): Promise<{ model: LoadedModel; ms?: number }> {
    this.#status = "loading";
    try {
      return await this.#library.load(choice, device, (now) => (this.#progress = now), this.signal);
    } finally {
      this.#progress = null;
    }
  }

  /** How an error ended it, the reason kept. A worker that may be of no use is ended: the next job starts afresh. */
  endOf(error: unknown): "stopped" | "failed" {
    if (RUINOUS.includes(errorCode(error))) this.#library.restart();
    if (this.signal.aborted) return "stopped";
    this.#reason = sentenceOf(error);
    return "failed";
  }

  /**
   * Ends what is under way or waits. A worker that does not listen is ended with its model, which the next job loads again.
   * `reason` only where it is something else than Stop.
   */
  stop(reason = this.#reason): void {
    if (this.#status === "waiting") this.#status = "idle";
    if (!this.busy) return;
    this.#reason = reason;
    const abort = this.#abort;
    abort.abort();
    setTimeout(() => this.busy && this.#abort === abort && this.#library.restart(), this.#patienceMs());
  }

  /** Stops what is under way and waits for its end, so that it cannot write over what comes next. */
  async settle(): Promise<void> {
    this.stop();
    await this.#underWay;
  }
}

import type { Progress } from "../../lab/curation/work";
import { sentenceOf } from "../sentence-of";

const AT_REST = ["idle", "finished", "stopped", "failed"] as const;
export type CurationStatus = (typeof AT_REST)[number] | "fetching" | Progress["step"];

/** What takes a while, one thing at a time: the next ends the one before. */
export class CurationWork {
  #status = $state<CurationStatus>("idle");
  #reason = $state("");
  #share = $state<number>();
  #abort = new AbortController();

  readonly busy = $derived(!(AT_REST as readonly string[]).includes(this.#status));
  /** No model is loaded here: for JobState. */
  readonly progress = null;

  get status() {
    return this.#status;
  }
  /** Why it failed. */
  get reason() {
    return this.#reason;
  }
  /** How much of the present step is done, of 1. */
  get share() {
    return this.#share;
  }

  /** Does `work` from a first step to an end that can be told, and never rejects. */
  async does(
    first: CurationStatus,
    work: (signal: AbortSignal, tell: (progress: Progress) => void) => Promise<void>,
  ): Promise<void> {
    this.#abort.abort();
    const { signal } = (this.#abort = new AbortController());
    const become = (status: CurationStatus, share?: number, reason = "") => {
      if (this.#abort.signal === signal) [this.#status, this.#share, this.#reason] = [status, share, reason];
    };
    become(first);
    try {
      await work(signal, ({ step, done, of }) => signal.aborted || become(step, done / Math.max(1, of)));
      become(signal.aborted ? "stopped" : "finished");
    } catch (error) {
      if (signal.aborted) become("stopped");
      else become("failed", undefined, sentenceOf(error));
    }
  }

  /** What is shown can no longer be followed. */
  fail(reason: string): void {
    if (!this.busy) [this.#status, this.#reason] = ["failed", reason];
  }

  stop(): void {
    if (this.busy) this.#abort.abort();
  }
}

import { untrack } from "svelte";
import type { Job } from "../job.svelte";

type Work = () => Promise<void>;

/** When a job may use the page's worker: others go first, and when they have ended it begins, or goes on, by itself. */
export class Turn {
  #next: Work | null = null;
  readonly #job: Job<string>;
  readonly #others: { readonly busy: boolean };

  /** `goOn`: what goes on later if it has to give way now; null where nothing can. */
  constructor(job: Job<string>, others: { readonly busy: boolean }, goOn: () => Work | null) {
    this.#job = job;
    this.#others = others;
    const giveWay = () => {
      if (!job.busy) return;
      this.#next = goOn() ?? this.#next;
      job.stop();
    };
    $effect.root(() => {
      $effect(() => (others.busy ? untrack(giveWay) : untrack(() => this.#begin())));
    });
  }

  /** Has the job do it when nothing else is busy. */
  take(work: Work): Promise<void> {
    this.#next = work;
    this.#job.become("waiting", "");
    if (!this.#others.busy) this.#begin();
    return this.#job.underWay;
  }

  /** Takes what gave way up again; to be called when it has ended. */
  takeUp(): void {
    if (this.#next) void this.take(this.#next);
  }

  /** Nothing is to begin by itself. */
  leave(): void {
    this.#next = null;
  }

  #begin(): void {
    const next = this.#next;
    if (!next || this.#job.status !== "waiting") return;
    this.#next = null;
    this.#job.begin(next);
  }
}

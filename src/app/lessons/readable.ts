import type { GenerationEvent } from "../../../workers/protocol";

/** A token takes this long on the page, however fast it was written: so that eyes can follow. */
const STEP_MS = 22;

/** Passes events on in their order, no step sooner than eyes follow; what waits at a Stop is passed on no more. */
export class Readable {
  readonly #take: (event: GenerationEvent) => void;
  readonly #signal: AbortSignal;
  #waiting: GenerationEvent[] = [];
  #begun = 0;
  #passed = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #empty = Promise.withResolvers<void>();
  #ended = false;

  constructor(take: (event: GenerationEvent) => void, signal: AbortSignal) {
    this.#take = take;
    this.#signal = signal;
  }

  add(event: GenerationEvent): void {
    this.#waiting.push(event);
    this.#begun ||= performance.now();
    this.#timer ??= setTimeout(() => this.#pass(), STEP_MS);
  }

  /** Resolves once all that was added has been passed on. */
  end(): Promise<void> {
    this.#ended = true;
    if (!this.#timer) this.#empty.resolve();
    return this.#empty.promise;
  }

  /** As many steps as are due by now: a page in the background gets its timers late. */
  #pass(): void {
    this.#timer = undefined;
    if (this.#signal.aborted) this.#waiting = [];
    const due = Math.floor((performance.now() - this.#begun) / STEP_MS);
    let used = 0;
    for (const event of this.#waiting) {
      if (event.type === "stepped" && this.#passed >= due) break;
      if (event.type === "stepped") this.#passed++;
      this.#take(event);
      used++;
    }
    this.#waiting.splice(0, used);
    if (this.#waiting.length > 0) this.#timer = setTimeout(() => this.#pass(), STEP_MS);
    else if (this.#ended) this.#empty.resolve();
    else this.#begun = 0; // What comes after a pause is timed anew.
    if (!this.#begun) this.#passed = 0;
  }
}

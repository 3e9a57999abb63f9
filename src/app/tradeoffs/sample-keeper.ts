import type { SweepSample } from "../../storage/sweep-record";

/** So much of a sweep's work may be lost with its page. */
const SAVE_EVERY_MS = 500;

/** Stores samples some at a time: one transaction each would take longer than to write them. */
export class SampleKeeper {
  readonly #save: (samples: readonly SweepSample[]) => Promise<void>;
  #waiting: SweepSample[] = [];
  #saving: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `save` never rejects. */
  constructor(save: (samples: readonly SweepSample[]) => Promise<void>) {
    this.#save = save;
  }

  add(sample: SweepSample): void {
    this.#waiting.push(sample);
    this.#timer ??= setTimeout(() => void this.flush(), SAVE_EVERY_MS);
  }

  /** Resolves when all are stored. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const samples = this.#waiting;
    this.#waiting = [];
    if (samples.length > 0) this.#saving = this.#saving.then(() => this.#save(samples));
    return this.#saving;
  }
}

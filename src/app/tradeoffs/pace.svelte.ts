/** How fast a sweep is being written, since it was last begun. */
export class Pace {
  #startedAt = 0;
  #ms = $state(0);
  #tokens = $state(0);
  #samples = $state(0);

  /** Time in which it was written. */
  get ms() {
    return this.#ms;
  }
  /** Since the start, those of unfinished samples included. */
  get tokens() {
    return this.#tokens;
  }
  get tokensPerSecond() {
    return this.#ms > 0 ? (1000 * this.#tokens) / this.#ms : 0;
  }

  start(): void {
    this.#startedAt = performance.now();
    this.#ms = this.#tokens = this.#samples = 0;
  }

  /** So many tokens since the start. */
  told(tokens: number): void {
    this.#tokens = tokens;
    this.#ms = performance.now() - this.#startedAt;
  }

  finished(samples: number): void {
    this.#samples += samples;
    this.#ms = performance.now() - this.#startedAt;
  }

  /** Milliseconds for so many more samples; undefined before the first is there. */
  timeFor(samples: number): number | undefined {
    return this.#samples > 0 ? (this.#ms / this.#samples) * samples : undefined;
  }
}

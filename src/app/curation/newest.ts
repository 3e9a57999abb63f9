/** Asks one question at a time. One that comes meanwhile takes the place of whichever waits, so that none ever queues. */
export class Newest<Question> {
  readonly #ask: (question: Question) => Promise<void>;
  #waiting: Question | undefined;
  #asking = false;

  /** `ask` must not reject. */
  constructor(ask: (question: Question) => Promise<void>) {
    this.#ask = ask;
  }

  offer(question: Question): void {
    this.#waiting = question;
    if (!this.#asking) void this.#go();
  }

  /** Forgets what waits. */
  clear(): void {
    this.#waiting = undefined;
  }

  async #go(): Promise<void> {
    this.#asking = true;
    while (this.#waiting !== undefined) {
      const question = this.#waiting;
      this.#waiting = undefined;
      await this.#ask(question);
    }
    this.#asking = false;
  }
}

/** Work that nobody waits for, one piece at a time. Whoever wants the model ends it first. */
export class IdleWork {
  #controller = new AbortController();
  #ended: Promise<void> = Promise.resolve();

  /** Resolves with the work's end, whatever that is: what goes wrong here goes wrong again where somebody waits. */
  begin(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const before = this.end();
    const { signal } = (this.#controller = new AbortController());
    this.#ended = before.then(() => (signal.aborted ? undefined : work(signal))).catch(() => {});
    return this.#ended;
  }

  end(): Promise<void> {
    this.#controller.abort();
    return this.#ended;
  }
}

import * as Comlink from "comlink";
import { EngineError } from "../../workers/protocol";

/** A worker and its end. A Comlink call never settles once its worker is gone, so each one races `orGone`. */
export class WorkerConnection<Api> {
  readonly remote: Comlink.Remote<Api>;
  readonly #worker: Worker;
  /** Of each call under way. A promise that all of them race would keep something of each for as long as the worker lives. */
  readonly #losing = new Set<(error: Error) => void>();
  readonly #onGone: (error: Error) => void;
  #lost: Error | undefined;

  constructor(worker: Worker, lock: string, onGone: (error: Error) => void) {
    this.#worker = worker;
    this.#onGone = onGone;
    this.remote = Comlink.wrap<Api>(worker);
    worker.addEventListener("error", ({ message }) => this.lose(message || "it could not start"));
    worker.addEventListener("message", () => this.#outlive(lock), { once: true });
    worker.addEventListener("messageerror", () => this.lose("it sent what could not be read"));
  }

  readonly orGone = async <T>(call: Promise<T>): Promise<T> => {
    const { promise: gone, reject } = Promise.withResolvers<never>();
    if (this.#lost) reject(this.#lost);
    this.#losing.add(reject);
    try {
      return await Promise.race([call, gone]);
    } finally {
      this.#losing.delete(reject);
    }
  };

  /**
   * A worker that the browser ends, or that closes itself, fires no event. But it held a lock of its own name before it
   * said anything, so whoever is given that lock next has outlived it. Insecure pages have no locks.
   */
  #outlive(lock: string): void {
    const waiting = globalThis.navigator.locks?.request(lock, () => this.lose("it ended without a word"));
    waiting?.catch(() => {}); // Refused where storage is refused as well; then only its errors tell.
  }

  /** Ends the worker, and every call that waits for it. */
  lose(reason: string): void {
    if (this.#lost) return;
    this.#worker.terminate();
    const error = (this.#lost = new EngineError(
      "worker-gone",
      `The part of the page that runs models has stopped: ${reason}. What was finished is kept; run again to start it anew.`,
    ));
    for (const reject of this.#losing) reject(error);
    this.#onGone(error);
  }
}

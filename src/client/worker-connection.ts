import * as Comlink from "comlink";
import { EngineError } from "../../workers/protocol";

/** A worker and its end. A Comlink call never settles once its worker is gone, so each one races `orGone`. */
export class WorkerConnection<Api> {
  readonly remote: Comlink.Remote<Api>;
  readonly #worker: Worker;
  readonly #gone = Promise.withResolvers<never>();
  readonly #onGone: (error: Error) => void;
  #alive = true;

  constructor(worker: Worker, lock: string, onGone: (error: Error) => void) {
    this.#worker = worker;
    this.#onGone = onGone;
    this.remote = Comlink.wrap<Api>(worker);
    this.#gone.promise.catch(() => {}); // Not an unhandled rejection when nothing is in flight.
    worker.addEventListener("error", ({ message }) => this.lose(message || "it could not start"));
    worker.addEventListener("message", () => this.#outlive(lock), { once: true });
    worker.addEventListener("messageerror", () => this.lose("it sent what could not be read"));
  }

  readonly orGone = <T>(call: Promise<T>): Promise<T> => Promise.race([call, this.#gone.promise]);

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
    if (!this.#alive) return;
    this.#alive = false;
    this.#worker.terminate();
    const error = new EngineError(
      "worker-gone",
      `The part of the page that runs models has stopped: ${reason}. What was finished is kept; run again to start it anew.`,
    );
    this.#gone.reject(error);
    this.#onGone(error);
  }
}

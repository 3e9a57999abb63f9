import * as Comlink from "comlink";
import type { Found, ImportsApi, Mapping, RecordedSetProblem, TakeOutcomes } from "../../workers/imports-api";

const startWorker = () =>
  new Worker(new URL("../../workers/imports.worker.ts", import.meta.url), {
    type: "module",
    name: "imports",
  });

/** The page's end of a worker that reads one file and keeps what was in it until it is ended. */
export class ImportsClient {
  readonly #worker = startWorker();
  readonly #remote = Comlink.wrap<ImportsApi>(this.#worker);
  readonly #gone = Promise.withResolvers<never>();

  constructor() {
    this.#gone.promise.catch(() => {}); // Not an unhandled rejection when nothing is in flight.
    this.#worker.addEventListener("error", ({ message }) =>
      this.end(`The part of the page that reads files has stopped: ${message || "it could not start"}`),
    );
  }

  read(file: Blob, name: string, mapping: Mapping, tell: (bytes: number) => void): Promise<Found> {
    return this.#orGone<Found>(this.#remote.read(file, name, mapping, Comlink.proxy(tell)));
  }

  items(from: number, count: number): Promise<{ question: string; answer: string }[]> {
    return this.#orGone(this.#remote.items(from, count));
  }

  problemsAt(numbers: readonly number[]): Promise<RecordedSetProblem[]> {
    return this.#orGone(this.#remote.problemsAt(numbers));
  }

  outcomes(take: TakeOutcomes): Promise<void> {
    return this.#orGone(this.#remote.outcomes(Comlink.proxy(take)));
  }

  /** Ends the worker at once, and all that waits for it. */
  end(reason = "the file was left"): void {
    this.#worker.terminate();
    this.#gone.reject(new Error(reason));
  }

  /** A Comlink call never settles once its worker is gone. */
  #orGone<T>(call: Promise<T>): Promise<T> {
    return Promise.race([call, this.#gone.promise]);
  }
}

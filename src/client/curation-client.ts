import * as Comlink from "comlink";
import type {
  BalanceOptions,
  CorpusFound,
  CorpusView,
  CurationApi,
  EntryKnobs,
  TellProgress,
  ViewOptions,
} from "../../workers/curation-api";

const startWorker = () =>
  new Worker(new URL("../../workers/curation.worker.ts", import.meta.url), {
    type: "module",
    name: "curation",
  });

/** The page's end of a worker that keeps one corpus until it is ended. */
export class CurationClient {
  readonly #worker = startWorker();
  readonly #remote = Comlink.wrap<CurationApi>(this.#worker);
  readonly #gone = Promise.withResolvers<never>();
  #alive = true;

  constructor() {
    this.#gone.promise.catch(() => {}); // Not an unhandled rejection when nothing is in flight.
    this.#worker.addEventListener("error", ({ message }) =>
      this.end(`The part of the page that curates has stopped: ${message || "it could not start"}`),
    );
  }

  /** Whether it can be asked anything. */
  get alive() {
    return this.#alive;
  }

  open(file: Blob, knobs: Partial<EntryKnobs>, tell: TellProgress): Promise<CorpusFound> {
    return this.#orGone<CorpusFound>(this.#remote.open(file, knobs, Comlink.proxy(tell)));
  }

  match(knobs: Partial<EntryKnobs>, tell: TellProgress): Promise<void> {
    return this.#orGone(this.#remote.match(knobs, Comlink.proxy(tell)));
  }

  stop(): Promise<void> {
    return this.#orGone(this.#remote.stop());
  }

  view(options: ViewOptions): Promise<CorpusView> {
    return this.#orGone(this.#remote.view(options));
  }

  keptLines(options: BalanceOptions): Promise<Blob> {
    return this.#orGone<Blob>(this.#remote.keptLines(options));
  }

  /** Ends the worker at once, and all that waits for it. */
  end(reason = "the corpus was left"): void {
    this.#alive = false;
    this.#worker.terminate();
    this.#gone.reject(new Error(reason));
  }

  /** A Comlink call never settles once its worker is gone. */
  #orGone<T>(call: Promise<T>): Promise<T> {
    return Promise.race([call, this.#gone.promise]);
  }
}

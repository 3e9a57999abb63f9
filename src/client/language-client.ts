import * as Comlink from "comlink";
import type {
  FinishReason,
  GenerationEvent,
  GenerationRequest,
  LanguageApi,
  LoadedModel,
  LoadEvent,
  LoadRequest,
} from "../../workers/protocol";
import { WorkerConnection } from "./worker-connection";

const startWorker = () =>
  new Worker(new URL("../../workers/language.worker.ts", import.meta.url), { type: "module" });

/**
 * The page's end of the language worker. The worker starts with the first call, and after a death with the next one;
 * a fresh worker has no model, so whoever hears `onGone` loads it again.
 */
export class LanguageClient {
  /** Called once for each worker that died, with a sentence on why. */
  onGone: ((error: Error) => void) | undefined;
  /** How many workers there have been: a model loaded under another number is gone. */
  generation = 0;

  #connection: WorkerConnection<LanguageApi> | undefined;
  #lastId = 0;

  /** Resolves once every event has been delivered. An aborted load rejects with the signal's reason. */
  load(
    request: LoadRequest,
    onEvent: (event: LoadEvent) => void,
    signal?: AbortSignal,
  ): Promise<LoadedModel> {
    return this.#call(signal, (language, id, resolve: (model: LoadedModel) => void) => {
      const forward = (event: LoadEvent) => {
        onEvent(event);
        if (event.type === "loaded") resolve(event.model);
      };
      return language.load(id, request, Comlink.proxy(forward));
    });
  }

  /** Resolves once every event has been delivered. Aborting it is an outcome, "cancelled", and no error. */
  generate(
    request: GenerationRequest,
    onEvent: (event: GenerationEvent) => void,
    signal?: AbortSignal,
  ): Promise<FinishReason> {
    return this.#call(signal, (language, id, resolve: (reason: FinishReason) => void) => {
      const forward = (event: GenerationEvent) => {
        onEvent(event);
        if (event.type === "finished") resolve(event.reason);
      };
      return language.generate(id, request, Comlink.proxy(forward));
    });
  }

  /** Ends the worker at once, and with it its models: the last resort when `cancel` is not heard. */
  terminate(): void {
    this.#connection?.lose("it was terminated");
  }

  async #call<T>(
    signal: AbortSignal | undefined,
    start: (language: Comlink.Remote<LanguageApi>, id: number, resolve: (value: T) => void) => Promise<void>,
  ): Promise<T> {
    const { remote, orGone } = (this.#connection ??= this.#connect());
    const id = ++this.#lastId;
    const cancel = () => void orGone(remote.cancel(id)).catch(() => {}); // A gone worker has nothing left to cancel.
    const end = Promise.withResolvers<T>();
    start(remote, id, end.resolve).catch(end.reject);
    if (signal?.aborted) cancel();
    signal?.addEventListener("abort", cancel);
    try {
      return await orGone(end.promise);
    } finally {
      signal?.removeEventListener("abort", cancel);
    }
  }

  #connect(): WorkerConnection<LanguageApi> {
    this.generation++;
    return new WorkerConnection<LanguageApi>(startWorker(), (error) => {
      this.#connection = undefined;
      this.onGone?.(error);
    });
  }
}

import * as Comlink from "comlink";
import type {
  FinishReason,
  GenerationEvent,
  GenerationRequest,
  LanguageApi,
  LoadedModel,
  LoadEvent,
  LoadRequest,
  MemoryUse,
  WavePlan,
} from "../../workers/protocol";
import type { MeasureEnd, MeasureEvent, MeasureRequest } from "../../workers/protocol/measure";
import type { PromptsEnd, PromptsEvent, PromptsRequest } from "../../workers/protocol/prompts";
import { WorkerConnection } from "./worker-connection";

/** Of all clients, so that each worker has a name of its own. */
let workers = 0;

/** All clients whose worker is there, wherever on the page they belong. */
export const clientsWithWorker = new Set<LanguageClient>();

const startWorker = (name: string) =>
  new Worker(new URL("../../workers/language.worker.ts", import.meta.url), { type: "module", name });

/**
 * The page's end of the language worker. The worker starts with the first call, and after a death with the next one;
 * a fresh worker has no model, so whoever hears `onGone` loads it again.
 */
export class LanguageClient {
  /** Called once for each worker that died, with a sentence on why. */
  onGone: ((error: Error) => void) | undefined;
  /** How many workers there have been: a model loaded under another number is gone. */
  generation = 0;
  /** The model that its worker holds, as it was asked for; null while there is none. */
  held: string | null = null;
  /** How much of what was asked has not ended yet. */
  underWay = 0;

  /** What it is for, in the words of whoever asks what is held where. */
  readonly use: string;
  #connection: WorkerConnection<LanguageApi> | undefined;
  #lastId = 0;

  constructor(use = "a worker of its own") {
    this.use = use;
  }

  /** Resolves once every event has been delivered. Aborted, it rejects with an AbortError. */
  async load(
    request: LoadRequest,
    onEvent: (event: LoadEvent) => void,
    signal?: AbortSignal,
  ): Promise<LoadedModel> {
    this.held = null;
    const model = await this.#call<LoadEvent, LoadedModel>({
      start: (language, id, tell) => language.load(id, request, tell),
      onEvent,
      resultOf: (event) => (event.type === "loaded" ? event.model : undefined),
      signal,
    });
    this.held = request.model;
    return model;
  }

  /** Resolves once every event has been delivered. Aborting it is an outcome, "cancelled", and no error. */
  generate(
    request: GenerationRequest,
    onEvent: (event: GenerationEvent) => void,
    signal?: AbortSignal,
  ): Promise<FinishReason> {
    return this.#call<GenerationEvent, FinishReason>({
      start: (language, id, tell) => language.generate(id, request, tell),
      onEvent,
      resultOf: (event) => (event.type === "finished" ? event.reason : undefined),
      signal,
    });
  }

  /** Resolves once every event has been delivered. Aborting it is an outcome, "cancelled", and no error. */
  samplePrompts(
    request: PromptsRequest,
    onEvent: (event: PromptsEvent) => void,
    signal?: AbortSignal,
  ): Promise<PromptsEnd> {
    return this.#call<PromptsEvent, PromptsEnd>({
      start: (language, id, tell) => language.samplePrompts(id, request, tell),
      onEvent,
      resultOf: (event) => (event.type === "finished" ? event.reason : undefined),
      signal,
    });
  }

  /** Resolves once every event has been delivered. Aborting it is an outcome, "cancelled", and no error. */
  measure(
    request: MeasureRequest,
    onEvent: (event: MeasureEvent) => void,
    signal?: AbortSignal,
  ): Promise<MeasureEnd> {
    return this.#call<MeasureEvent, MeasureEnd>({
      start: (language, id, tell) => language.measure(id, request, tell),
      onEvent,
      resultOf: (event) => (event.type === "finished" ? event.reason : undefined),
      signal,
    });
  }

  /** How a request would be spread over the memory there is. */
  plan(request: GenerationRequest): Promise<WavePlan> {
    const { remote, orGone } = (this.#connection ??= this.#connect());
    return orGone(remote.plan(request));
  }

  /** Has the worker get ready for such a run. Whatever else is asked meanwhile comes first. */
  warmUp(request: GenerationRequest): Promise<void> {
    const { remote, orGone } = (this.#connection ??= this.#connect());
    return orGone(remote.warmUp(request));
  }

  /** What the worker holds, by purpose. */
  memory(): Promise<MemoryUse[]> {
    const { remote, orGone } = (this.#connection ??= this.#connect());
    return orGone(remote.memory());
  }

  /** Ends the worker at once, and with it its models: the last resort when `cancel` is not heard. */
  terminate(reason = "it was terminated"): void {
    this.#connection?.lose(reason);
  }

  async #call<Event, Result>({ start, onEvent, resultOf, signal }: Call<Event, Result>): Promise<Result> {
    const { remote, orGone } = (this.#connection ??= this.#connect());
    const id = ++this.#lastId;
    const end = Promise.withResolvers<Result>();
    const cancel = () => void orGone(remote.cancel(id)).catch(() => {}); // A gone worker has nothing left to cancel.
    let open = true;
    const tell = (event: Event) => {
      if (!open) return; // What a dead worker had already sent.
      try {
        onEvent(event);
        const result = resultOf(event);
        if (result !== undefined) end.resolve(result);
      } catch (error) {
        end.reject(error);
        cancel();
      }
    };

    start(remote, id, Comlink.proxy(tell)).catch(end.reject);
    signal?.addEventListener("abort", cancel);
    if (signal?.aborted) cancel();
    this.underWay++;
    try {
      return await orGone(end.promise);
    } finally {
      open = false;
      this.underWay--;
      signal?.removeEventListener("abort", cancel);
    }
  }

  #connect(): WorkerConnection<LanguageApi> {
    this.generation++;
    const name = `quorum-language/${performance.timeOrigin}/${++workers}`; // No other page's, no other worker's.
    clientsWithWorker.add(this);
    return new WorkerConnection<LanguageApi>(startWorker(name), name, (error) => {
      this.#connection = undefined;
      this.held = null;
      clientsWithWorker.delete(this);
      this.onGone?.(error);
    });
  }
}

interface Call<Event, Result> {
  start: (
    language: Comlink.Remote<LanguageApi>,
    id: number,
    tell: ((event: Event) => void) & Comlink.ProxyMarked,
  ) => Promise<void>;
  onEvent: (event: Event) => void;
  /** What the call resolves to, once it is told. */
  resultOf: (event: Event) => Result | undefined;
  signal: AbortSignal | undefined;
}

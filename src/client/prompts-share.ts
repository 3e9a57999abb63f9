import { type EngineErrorCode, errorCode } from "../../workers/protocol";
import type { PromptSamples, PromptsEnd, PromptsEvent, PromptsRequest } from "../../workers/protocol/prompts";
import { watched } from "./hang-watch";
import type { LanguageClient } from "./language-client";

/** After these a fresh worker may go on. */
const MENDABLE: readonly (EngineErrorCode | undefined)[] = ["device-lost", "out-of-memory", "worker-gone"];

/** A worker that tells nothing for longer has hung: prompts are read in between, which may take a while. */
const PATIENCE_SECONDS = 120;

export type CrewEvent =
  | Exclude<PromptsEvent, { type: "finished" }>
  /** A fresh worker has taken over, for this reason: its unfinished samples are written again. */
  | { type: "resumed"; reason: EngineErrorCode };

/** Some of a request's prompts, by one worker, and if that dies by another: each sample is told once. */
export class PromptsShare {
  readonly #client: LanguageClient;
  readonly #request: PromptsRequest;
  readonly #onEvent: (event: CrewEvent) => void;
  /** What is left to write, by the prompt's number in the whole request. */
  readonly #left: Map<number, Set<number>>;
  #tokensBefore = 0; // by a worker that is gone
  #tokens = 0;

  constructor(
    client: LanguageClient,
    request: PromptsRequest,
    numbers: readonly number[],
    onEvent: (event: CrewEvent) => void,
  ) {
    this.#client = client;
    this.#request = request;
    this.#onEvent = onEvent;
    this.#left = new Map(numbers.map((number) => [number, new Set(request.prompts[number]!.samples)]));
  }

  async run(loadAgain: (signal: AbortSignal) => Promise<unknown>, signal: AbortSignal): Promise<PromptsEnd> {
    try {
      return await this.#attempt(signal);
    } catch (error) {
      const reason = errorCode(error);
      if (!MENDABLE.includes(reason) || signal.aborted) throw error;
      this.#client.terminate("a fresh one takes over");
      await loadAgain(signal);
      signal.throwIfAborted();
      this.#tokensBefore = this.#tokens;
      this.#onEvent({ type: "resumed", reason: reason! });
      return this.#attempt(signal);
    }
  }

  #attempt(signal: AbortSignal): Promise<PromptsEnd> {
    const numbers = [...this.#left.keys()];
    const prompts = numbers.map((number): PromptSamples => ({
      ...this.#request.prompts[number]!,
      samples: [...this.#left.get(number)!],
    }));
    const take = (event: PromptsEvent) =>
      event.type !== "finished" && this.#onEvent(this.#renumbered(event, numbers));
    return watched(this.#client, PATIENCE_SECONDS, take, (told) =>
      this.#client.samplePrompts({ ...this.#request, prompts }, told, signal),
    );
  }

  /** As the whole request counts its prompts. What is written is not asked for again. */
  #renumbered(event: Exclude<PromptsEvent, { type: "finished" }>, numbers: readonly number[]): CrewEvent {
    switch (event.type) {
      case "progress":
        this.#tokens = this.#tokensBefore + event.tokens;
        return { ...event, tokens: this.#tokens };
      case "refused":
        this.#left.delete(numbers[event.prompt]!);
        return { ...event, prompt: numbers[event.prompt]! };
      case "written": {
        const samples = event.samples.map((one) => ({ ...one, prompt: numbers[one.prompt]! }));
        for (const { prompt, sample } of samples) this.#finish(prompt, sample);
        return { type: "written", samples };
      }
      default:
        return event;
    }
  }

  #finish(prompt: number, sample: number): void {
    const left = this.#left.get(prompt);
    left?.delete(sample);
    if (left?.size === 0) this.#left.delete(prompt);
  }
}

import { type EngineErrorCode, errorCode } from "../../workers/protocol";
import type { PromptSamples, PromptsEnd, PromptsEvent, PromptsRequest } from "../../workers/protocol/prompts";
import { watched } from "./hang-watch";
import type { LanguageClient } from "./language-client";

/** After these a fresh worker may go on. */
const MENDABLE: readonly (EngineErrorCode | undefined)[] = ["device-lost", "out-of-memory", "worker-gone"];

/** A worker that tells nothing for longer has hung: prompts are read in between, which may take a while. */
const PATIENCE_SECONDS = 120;

/** `portion` counts the portions, `prompt` the prompts within it. */
export type CrewEvent =
  | { type: "written"; portion: number; samples: Extract<PromptsEvent, { type: "written" }>["samples"] }
  | { type: "refused"; portion: number; prompt: number; reason: string }
  | Extract<PromptsEvent, { type: "progress" | "narrowed" | "held" }>
  /** A fresh worker has taken over, for this reason: its unfinished samples are written again. */
  | { type: "resumed"; reason: EngineErrorCode };

/** One worker of a crew, and if it dies another: each sample is told once. */
export class PromptsWorker {
  readonly #client: LanguageClient;
  readonly #request: Omit<PromptsRequest, "prompts" | "fresh">;
  readonly #onEvent: (event: CrewEvent) => void;
  readonly #loadAgain: (signal: AbortSignal) => Promise<unknown>;
  /** In the portions before, and of them those of a portion that was begun again. */
  #tokensBefore = 0;
  #tokens = 0;
  #isReplaced = false;

  constructor(
    client: LanguageClient,
    request: Omit<PromptsRequest, "prompts" | "fresh">,
    onEvent: (event: CrewEvent) => void,
    loadAgain: (signal: AbortSignal) => Promise<unknown>,
  ) {
    this.#client = client;
    this.#request = request;
    this.#onEvent = onEvent;
    this.#loadAgain = loadAgain;
  }

  /** Writes portion after portion of those that are left, which others may take from as well, and what `more` there is of each. */
  async writeAll(
    left: Iterator<[number, readonly PromptSamples[]]>,
    more: (portion: number) => readonly PromptSamples[] | null,
    signal: AbortSignal,
  ): Promise<PromptsEnd> {
    for (let next = left.next(); !next.done; next = left.next()) {
      const [portion, first] = next.value;
      for (let prompts: typeof first | null = first; prompts; prompts = more(portion)) {
        const end = await this.#write(portion, prompts, new Set(), signal);
        if (end === "cancelled") return end;
      }
    }
    return "stop";
  }

  async #write(
    portion: number,
    prompts: readonly PromptSamples[],
    told: Set<string>,
    signal: AbortSignal,
  ): Promise<PromptsEnd> {
    try {
      return await this.#attempt(portion, prompts, told, signal);
    } catch (error) {
      const reason = errorCode(error);
      if (this.#isReplaced || !MENDABLE.includes(reason) || signal.aborted) throw error;
      this.#isReplaced = true;
      this.#client.terminate("a fresh one takes over");
      await this.#loadAgain(signal);
      signal.throwIfAborted();
      this.#onEvent({ type: "resumed", reason: reason! });
      return this.#attempt(portion, prompts, told, signal);
    }
  }

  #attempt(
    portion: number,
    prompts: readonly PromptSamples[],
    told: Set<string>,
    signal: AbortSignal,
  ): Promise<PromptsEnd> {
    this.#tokensBefore = this.#tokens;
    const take = (event: PromptsEvent) => this.#take(event, portion, told);
    return watched(this.#client, PATIENCE_SECONDS, take, (tell) =>
      this.#client.samplePrompts({ ...this.#request, prompts, fresh: true }, tell, signal),
    );
  }

  #take(event: PromptsEvent, portion: number, told: Set<string>): void {
    switch (event.type) {
      case "progress":
        this.#tokens = this.#tokensBefore + event.tokens;
        return this.#onEvent({ ...event, tokens: this.#tokens });
      case "refused":
        return this.#onEvent({ ...event, portion });
      case "narrowed":
      case "held":
        return this.#onEvent(event);
      case "written": {
        const samples = event.samples.filter(({ prompt, sample }) => !told.has(`${prompt} ${sample}`));
        for (const { prompt, sample } of samples) told.add(`${prompt} ${sample}`);
        if (samples.length > 0) this.#onEvent({ type: "written", portion, samples });
      }
    }
  }
}

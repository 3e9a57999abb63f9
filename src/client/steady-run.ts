import {
  type EngineErrorCode,
  errorCode,
  type FinishReason,
  type GenerationEvent,
  type GenerationRequest,
} from "../../workers/protocol";
import { watched } from "./hang-watch";
import type { LanguageClient } from "./language-client";

/** After these a fresh worker with a fresh device may go on. */
const MENDABLE: readonly (EngineErrorCode | undefined)[] = ["device-lost", "out-of-memory", "worker-gone"];

/** A step that takes longer has hung. */
const PATIENCE_SECONDS = 30;

export interface SteadyRun {
  client: LanguageClient;
  request: GenerationRequest;
  /** Loads the model into a fresh worker. */
  loadAgain: (signal: AbortSignal) => Promise<unknown>;
  onEvent: (event: GenerationEvent) => void;
  signal: AbortSignal;
}

/**
 * Generates to the end, or says why not. Where the GPU is lost, the worker ends, its memory is past mending, or a step hangs, a
 * fresh worker takes over once: each unfinished sample goes on from its tokens so far. After memory, half as many at once.
 */
export async function generateSteadily(run: SteadyRun): Promise<FinishReason> {
  const { client, request, loadAgain, onEvent, signal } = run;
  const written = new Map<number, number[]>();
  const take = (event: GenerationEvent) => {
    if (event.type === "stepped") {
      for (const { sample, id } of event.tokens) {
        const tokens = written.get(sample);
        if (tokens) tokens.push(id);
        else written.set(sample, [id]);
      }
    }
    onEvent(event);
  };
  const attempt = (asked: GenerationRequest, tell: (event: GenerationEvent) => void) =>
    watched(client, PATIENCE_SECONDS, tell, (told) => client.generate(asked, told, signal));
  try {
    return await attempt(request, take);
  } catch (error) {
    const reason = errorCode(error);
    if (!MENDABLE.includes(reason) || signal.aborted) throw error;
    client.terminate("a fresh one takes over");
    await loadAgain(signal);
    signal.throwIfAborted();
    onEvent({ type: "resumed", reason: reason! });
    const resume = [...written].map(([sample, tokens]) => ({ sample, tokens }));
    const mostRows = reason === "out-of-memory" ? Math.ceil(request.samples / 2) : request.mostRows;
    const again = { ...request, resume, ...(mostRows && { mostRows }) };
    return attempt(again, (event) => event.type !== "prefilled" && onEvent(event));
  }
}

import type { PromptsEnd, PromptsRequest } from "../../workers/protocol/prompts";
import type { LanguageClient } from "./language-client";
import { type CrewEvent, PromptsShare } from "./prompts-share";

export interface CrewRun {
  /** Each with the model loaded. */
  clients: readonly LanguageClient[];
  request: PromptsRequest;
  /** Loads the model into the fresh worker of a client whose worker is gone. */
  loadAgain: (client: LanguageClient, signal: AbortSignal) => Promise<unknown>;
  onEvent: (event: CrewEvent) => void;
  signal: AbortSignal;
}

/**
 * Samples of many prompts, by several workers at once: every so-manieth prompt is each one's. A worker that dies is replaced
 * once. `written` and `refused` events name prompts by their number in the whole request; `progress` adds up all workers.
 */
export async function sampleByCrew({
  clients,
  request,
  loadAgain,
  onEvent,
  signal,
}: CrewRun): Promise<PromptsEnd> {
  const own = new AbortController();
  const both = AbortSignal.any([signal, own.signal]);
  const progress = clients.map(() => ({ tokens: 0, rows: 0 }));
  const told = (worker: number, now: { tokens: number; rows: number }) => {
    progress[worker] = now;
    const sum = (of: "tokens" | "rows") => progress.reduce((total, one) => total + one[of], 0);
    onEvent({ type: "progress", tokens: sum("tokens"), rows: sum("rows") });
  };
  const shares = clients.map((client, worker) => {
    const numbers = [...request.prompts.keys()].filter((number) => number % clients.length === worker);
    const take = (event: CrewEvent) => (event.type === "progress" ? told(worker, event) : onEvent(event));
    return new PromptsShare(client, request, numbers, take).run((signal) => loadAgain(client, signal), both);
  });
  try {
    const ends = await Promise.all(shares);
    return ends.includes("cancelled") ? "cancelled" : "stop";
  } catch (error) {
    own.abort(); // The others stop, and the first fault is told.
    await Promise.allSettled(shares);
    throw error;
  }
}

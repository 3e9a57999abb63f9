import type { PromptSamples, PromptsEnd, PromptsRequest } from "../../workers/protocol/prompts";
import type { LanguageClient } from "./language-client";
import { type CrewEvent, PromptsWorker } from "./prompts-worker";

export interface CrewRun {
  /** Each with the model loaded. */
  clients: readonly LanguageClient[];
  request: Omit<PromptsRequest, "prompts" | "fresh">;
  /** Prompts that one worker writes together, before it takes the next portion. */
  portions: readonly (readonly PromptSamples[])[];
  /** Asked when a portion is written: what the same worker writes next of it, or null if it has enough. */
  more?: (portion: number) => readonly PromptSamples[] | null;
  /** Loads the model into the fresh worker of a client whose worker is gone. */
  loadAgain: (client: LanguageClient, signal: AbortSignal) => Promise<unknown>;
  onEvent: (event: CrewEvent) => void;
  signal: AbortSignal;
}

/**
 * Samples of many prompts, by several workers at once, each of which takes the next portion when it is done with one. A
 * portion's samples depend on it alone, to the last bit, and so do those of what is written more of it. Each worker is replaced once if it dies.
 */
export async function sampleByCrew(run: CrewRun): Promise<PromptsEnd> {
  const { clients, portions, more, loadAgain, onEvent, signal } = run;
  const own = new AbortController();
  const both = AbortSignal.any([signal, own.signal]);
  const progress = clients.map(() => ({ tokens: 0, rows: 0 }));
  const told = (worker: number, now: { tokens: number; rows: number }) => {
    progress[worker] = now;
    const sum = (of: "tokens" | "rows") => progress.reduce((total, one) => total + one[of], 0);
    onEvent({ type: "progress", tokens: sum("tokens"), rows: sum("rows") });
  };
  const left = portions.entries();
  const ends = clients.map((client, worker) => {
    const take = (event: CrewEvent) => (event.type === "progress" ? told(worker, event) : onEvent(event));
    const load = (signal: AbortSignal) => loadAgain(client, signal);
    return new PromptsWorker(client, run.request, take, load).writeAll(left, more ?? (() => null), both);
  });
  try {
    return (await Promise.all(ends)).includes("cancelled") ? "cancelled" : "stop";
  } catch (error) {
    own.abort(); // The others stop, and the first fault is told.
    await Promise.allSettled(ends);
    throw error;
  }
}

import type { PromptsEnd } from "../../../workers/protocol/prompts";
import type { LanguageClient } from "../../client/language-client";
import { sampleByCrew } from "../../client/prompts-crew";
import type { CrewEvent } from "../../client/prompts-share";
import { sampleOf } from "../../lab/sweep/sample-of";
import type { Pace } from "./pace.svelte";
import type { SampleKeeper } from "./sample-keeper";
import type { Sweep } from "./sweep.svelte";

export interface Writing {
  sweep: Sweep;
  clients: readonly LanguageClient[];
  loadAgain: (client: LanguageClient, signal: AbortSignal) => Promise<unknown>;
  keeper: SampleKeeper;
  pace: Pace;
  /** Told of what befalls it on the way, in a sentence. */
  note: (sentence: string) => void;
  signal: AbortSignal;
}

/** Writes the samples that a sweep lacks. Each is shown and kept as it ends; what a Stop cuts short is written again. */
export async function writeSweep(writing: Writing): Promise<PromptsEnd> {
  const { sweep, clients, loadAgain, keeper, signal } = writing;
  const { prompts, of } = sweep.missing();
  const { model, sampling } = sweep.record.spec;
  const onEvent = (event: CrewEvent) => take(event, of, writing);
  try {
    return await sampleByCrew({ clients, request: { model, prompts, sampling }, loadAgain, onEvent, signal });
  } finally {
    await keeper.flush();
  }
}

function take(event: CrewEvent, of: readonly number[], { sweep, keeper, pace, note }: Writing): void {
  switch (event.type) {
    case "written":
      for (const one of event.samples) {
        const problem = of[one.prompt]!;
        const written = sampleOf(one);
        sweep.add(problem, written);
        keeper.add({ problem, written });
      }
      return pace.finished(event.samples.length);
    case "progress":
      return pace.told(event.tokens);
    case "refused":
      return sweep.refuse(of[event.prompt]!, event.reason);
    case "narrowed":
      return note(`Memory ran out; ${event.rows} samples are written at a time now.`);
    case "resumed":
      return note("A worker was lost and has been replaced; its unfinished samples are written again.");
  }
}

import type { PromptsEnd } from "../../../workers/protocol/prompts";
import type { LanguageClient } from "../../client/language-client";
import { sampleByCrew } from "../../client/prompts-crew";
import type { CrewEvent } from "../../client/prompts-worker";
import type { Portion } from "../../lab/sweep/portions";
import { sampleOf } from "../../lab/sweep/sample-of";
import type { Pace } from "./pace.svelte";
import type { SampleKeeper } from "./sample-keeper";
import type { Sweep } from "./sweep.svelte";

/** Memory holds no more samples at once than these rows, which may take so much. */
export interface Held {
  rows: number;
  bytes: number;
}

export interface Writing {
  sweep: Sweep;
  clients: readonly LanguageClient[];
  /** Ids of the methods that it is written for. They may change meanwhile. */
  methods: () => readonly string[];
  loadAgain: (client: LanguageClient, signal: AbortSignal) => Promise<unknown>;
  keeper: SampleKeeper;
  pace: Pace;
  /** Told of what befalls it on the way, in a sentence. */
  note: (sentence: string) => void;
  /** Told of a portion for which memory holds only so many samples at once. */
  held: (by: Held) => void;
  signal: AbortSignal;
}

/** Writes the samples that a sweep lacks. Each is shown and kept as it ends; what a Stop cuts short is written again. */
export async function writeSweep(writing: Writing): Promise<PromptsEnd> {
  const { sweep, methods, keeper } = writing;
  let end: PromptsEnd = "stop";
  try {
    // Anew where a method that was chosen on the way needs more of problems that had enough.
    for (let left = sweep.portionsLeft(methods()); left.length > 0 && end === "stop";) {
      end = await writePortions(left, writing);
      left = sweep.stopsEarly ? sweep.portionsLeft(methods()) : [];
    }
    return end;
  } finally {
    await keeper.flush();
  }
}

function writePortions(left: readonly Portion[], writing: Writing): Promise<PromptsEnd> {
  const { sweep, clients, methods, pace, loadAgain, signal } = writing;
  const before = pace.tokens;
  const { model, sampling, budgetBytes } = sweep.record.spec;
  return sampleByCrew({
    clients,
    request: { model, sampling, ...(budgetBytes !== undefined && { budgetBytes }) },
    portions: left.map(({ prompts }) => prompts),
    more: (portion) => sweep.roundOf(left[portion]!.problems[0]!, methods()),
    loadAgain,
    onEvent: (event) =>
      event.type === "progress" ? pace.told(before + event.tokens) : take(event, left, writing),
    signal,
  });
}

function take(
  event: Exclude<CrewEvent, { type: "progress" }>,
  left: readonly Portion[],
  { sweep, keeper, pace, note, held }: Writing,
): void {
  switch (event.type) {
    case "written": {
      const { problems } = left[event.portion]!;
      const added = event.samples
        .map((one) => ({ problem: problems[one.prompt]!, written: sampleOf(one) }))
        .filter(({ problem, written }) => sweep.add(problem, written));
      for (const sample of added) keeper.add(sample);
      return pace.finished(added.length);
    }
    case "refused":
      return sweep.refuse(left[event.portion]!.problems[event.prompt]!, event.reason);
    case "held":
      return held(event);
    case "narrowed":
      return note(`Memory ran out; ${event.rows} samples are written at a time now.`);
    case "resumed":
      return note("A worker was lost and has been replaced; its unfinished samples are written again.");
  }
}

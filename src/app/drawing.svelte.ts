import type { EngineErrorCode, FinishReason, GenerationEvent, Sample } from "../../workers/protocol";
import { generateSteadily, type SteadyRun } from "../client/steady-run";
import { emptySamples, endSamples, foldEvent } from "../lab/fold-events";
import { afterFrame } from "./after-frame";
import { eachFrame } from "./each-frame";
import { Tally } from "./tally.svelte";

/** The samples of a run as they are drawn, how long that takes, and what befalls it on the way. */
export class Drawing {
  readonly tally = new Tally();
  #ms = $state(0);
  #rows = $state<number | null>(null);
  #resumedAfter = $state<EngineErrorCode | null>(null);
  #slowestStepMs = 0;

  /** From the start of sampling to the last frame shown, or to the end. */
  get ms() {
    return this.#ms;
  }
  /** How many samples are written at once since memory ran out; null while it has not. */
  get rows() {
    return this.#rows;
  }
  /** Why a fresh worker took over on the way; null while none has. */
  get resumedAfter() {
    return this.#resumedAfter;
  }
  /** Of all runs so far. */
  get slowestStepMs() {
    return this.#slowestStepMs;
  }

  /** Shows samples as they ended, or none before the first is drawn. */
  show(samples: readonly Sample[], expected = "", ms = 0): void {
    this.tally.show(samples, expected);
    this.#rows = null;
    this.#resumedAfter = null;
    this.#ms = ms;
  }

  /** Draws samples to the end and shows them with every frame; `note` is told each event, and the samples after it. */
  async draw(
    run: Omit<SteadyRun, "onEvent">,
    note: (event: GenerationEvent, samples: readonly Sample[]) => void,
  ): Promise<FinishReason> {
    let samples: readonly Sample[] = emptySamples(run.request.samples);
    const started = performance.now();
    const show = () => {
      this.tally.show(samples);
      this.#ms = performance.now() - started;
    };
    const take = (event: GenerationEvent) => {
      this.#heed(event);
      samples = foldEvent(samples, event);
      note(event, samples);
    };

    const stopShowing = eachFrame(show);
    try {
      return await generateSteadily({ ...run, onEvent: markFirstToken(take) });
    } finally {
      samples = endSamples(samples, "cancelled");
      stopShowing();
      show();
      performance.mark("quorum:run-end");
      await afterFrame(); // The last lanes are drawn, and only then is the run written down.
    }
  }

  #heed(event: GenerationEvent): void {
    if (event.type === "stepped") this.#slowestStepMs = Math.max(this.#slowestStepMs, event.ms);
    if (event.type === "narrowed") this.#rows = event.rows;
    if (event.type === "resumed") this.#resumedAfter = event.reason;
  }
}

/** bench/bench.ts reads the mark. */
function markFirstToken(take: (event: GenerationEvent) => void): (event: GenerationEvent) => void {
  let marked = false;
  return (event) => {
    if (event.type === "stepped" && !marked) performance.mark("quorum:first-token");
    marked ||= event.type === "stepped";
    take(event);
  };
}

import { errorCode, type LoadedModel } from "../../workers/protocol";
import type { LanguageClient } from "../client/language-client";
import type { Choice } from "./choice";
import { Drawing } from "./drawing.svelte";
import { Job } from "./job.svelte";
import type { Library } from "./library.svelte";
import type { LoggedRun } from "./logged-run";
import { requestOf } from "./request-of";
import type { RunLog, RunRecord } from "./run-log.svelte";
import { sentenceOf } from "./sentence-of";
import type { Device, Experiment } from "./settings";

/** How long a worker may take to hear Stop, at least; and of its slowest step so far, how many times as long. */
const PATIENCE_MS = 2000;
const PATIENCE_STEPS = 3;

/** The run that Ask shows: how it stands, what it draws, and its record in the log. */
export class CurrentRun {
  readonly job: Job<"running">;
  readonly drawing = new Drawing();
  #deviceNote = $state("");
  #ended = $state.raw<RunRecord | null>(null);
  #recorded = $state(false);
  readonly #client: LanguageClient;
  readonly #library: Library;
  readonly #log: RunLog;

  constructor(client: LanguageClient, library: Library, log: RunLog) {
    this.#client = client;
    this.#library = library;
    this.#log = log;
    this.job = new Job(library, () => Math.max(PATIENCE_MS, PATIENCE_STEPS * this.drawing.slowestStepMs));
  }

  /** Why its model does not run where one would expect. */
  get deviceNote() {
    return this.#deviceNote;
  }

  /** The record of the run that is shown; null while there is none, or it has not ended. */
  get ended() {
    return this.#ended;
  }
  /** Whether it came with a link, so that nothing was computed here. */
  get recorded() {
    return this.#recorded;
  }

  /** Shows none: the next one has not begun. */
  clear(): void {
    this.#show(null);
    this.drawing.show([]);
    this.job.become("idle", "");
  }

  /** Shows a stored run as it ended, or one that came with a link. */
  reopen(run: RunRecord, { recorded = false } = {}): void {
    const { status, samples, spec, timings, reason } = run;
    this.#show(run, recorded);
    this.drawing.show(samples, spec.expected, timings.totalMs);
    this.job.become(status === "running" ? "stopped" : status, reason ?? "");
  }

  /** What became of the run that is shown since it ended: others have read it. */
  amend(run: RunRecord): void {
    if (this.#ended?.id === run.id) this.#ended = run;
  }

  /**
   * Loads the model if need be, draws the samples, and keeps the run whatever its end. A question too long to be read makes
   * no run; `refuse` is told why.
   */
  begin(asked: Experiment, refuse: (why: string) => void): void {
    this.job.begin(() => this.#run(asked, refuse));
  }

  async load(choice: Choice, device: Device): Promise<{ model: LoadedModel; ms?: number }> {
    const loaded = await this.job.load(choice, device);
    this.#deviceNote = loaded.model.deviceNote ?? "";
    this.job.signal.throwIfAborted();
    return loaded;
  }

  async #run(asked: Experiment, refuse: (why: string) => void): Promise<void> {
    const log = this.#log.start(asked, requestOf(asked));
    this.#show(null);
    this.drawing.show([], asked.expected);
    this.job.become("loading", "");
    try {
      const { model, ms } = await this.load(this.#library.find(asked.model)!, asked.device);
      log.loaded(model, ms);
      this.job.become("running");
      await this.#end((await this.#draw(asked, log)) === "cancelled" ? "stopped" : "finished", log);
    } catch (error) {
      if (errorCode(error) !== "prompt-too-long") return this.#end(this.job.endOf(error), log);
      await this.#log.discard(log);
      this.clear();
      refuse(sentenceOf(error));
    }
  }

  #draw(asked: Experiment, log: LoggedRun) {
    const run = {
      client: this.#client,
      request: requestOf(asked),
      loadAgain: (signal: AbortSignal) =>
        this.#library.load(this.#library.find(asked.model)!, asked.device, () => {}, signal),
      signal: this.job.signal,
    };
    return this.drawing.draw(run, (event, samples) => log.note(event, samples));
  }

  async #end(status: "finished" | "stopped" | "failed", log: LoggedRun): Promise<void> {
    await log.end(status, this.drawing.tally.samples, this.drawing.ms, this.job.reason);
    this.#show({ ...log.record });
    this.job.become(status);
  }

  #show(ended: RunRecord | null, recorded = false): void {
    this.#ended = ended;
    this.#recorded = recorded;
  }
}

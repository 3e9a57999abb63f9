import {
  type EngineErrorCode,
  errorCode,
  type GenerationEvent,
  type LoadedModel,
  type Sample,
} from "../../workers/protocol";
import type { LanguageClient } from "../client/language-client";
import { generateSteadily } from "../client/steady-run";
import { emptySamples, endSamples, foldEvent } from "../lab/fold-events";
import { afterFrame } from "./after-frame";
import { AskForm } from "./ask-form.svelte";
import type { Choice } from "./choice";
import { eachFrame } from "./each-frame";
import { experimentOf } from "./experiment-of";
import { Forecast } from "./forecast.svelte";
import type { Library, LoadProgress } from "./library.svelte";
import type { LoggedRun } from "./logged-run";
import { MemoryWatch } from "./memory-watch.svelte";
import { nextTask } from "./next-task";
import { requestOf } from "./request-of";
import type { RunLog, RunRecord } from "./run-log.svelte";
import type { Device, Experiment } from "./settings";
import { Tally } from "./tally.svelte";

export type RunStatus = "idle" | "loading" | "running" | "finished" | "stopped" | "failed";

/** How long a worker may take to hear Stop, at least; and of its slowest step so far, how many times as long. */
const PATIENCE_MS = 2000;
const PATIENCE_STEPS = 3;

/** One question, N samples of an answer to it, and what each way of choosing makes of them. */
export class Ask {
  readonly form: AskForm;
  readonly tally = new Tally();
  readonly forecast: Forecast;
  readonly memory: MemoryWatch;
  #status = $state<RunStatus>("idle");
  #reason = $state("");
  #progress = $state.raw<LoadProgress | null>(null);
  #ms = $state(0);
  #deviceNote = $state("");
  #rows = $state<number | null>(null);
  #resumedAfter = $state<EngineErrorCode | null>(null);
  #slowestStepMs = 0;
  #abort = new AbortController();
  /** Settles when the run or load under way has ended, and never rejects. */
  #underWay: Promise<void> = Promise.resolve();
  #links = 0;
  readonly #client: LanguageClient;
  readonly #library: Library;
  readonly #log: RunLog;

  constructor(client: LanguageClient, library: Library, log: RunLog) {
    this.#client = client;
    this.#library = library;
    this.#log = log;
    this.form = new AskForm(library);
    this.forecast = new Forecast(client);
    this.memory = new MemoryWatch(client, library);
  }

  readonly busy = $derived(this.#status === "loading" || this.#status === "running");

  get status() {
    return this.#status;
  }
  /** Why the last run failed. */
  get reason() {
    return this.#reason;
  }
  get progress() {
    return this.#progress;
  }
  /** From the start of sampling to the last frame shown, or to the end. */
  get ms() {
    return this.#ms;
  }
  get deviceNote() {
    return this.#deviceNote;
  }
  /** How many samples are written at once since memory ran out; null while it has not. */
  get rows() {
    return this.#rows;
  }
  /** Why a fresh worker took over on the way; null while none has. */
  get resumedAfter() {
    return this.#resumedAfter;
  }
  /** The model that the fields name, if it is loaded. */
  get loaded(): LoadedModel | null {
    return this.#library.heldAs(this.form.values.model, this.form.values.device);
  }

  /** Takes over what a link says, and starts if it says so. Of links that come while a run ends, the last one counts. */
  async openLink(params: URLSearchParams): Promise<void> {
    if (`#/ask?${params}` === this.form.link()) return; // Back from another view.
    const link = ++this.#links;
    if (this.busy) await this.#settle();
    if (link !== this.#links) return;
    const start = this.form.open(params);
    this.#show("idle", []);
    if (!start) return;
    await nextTask(); // The page may be in the middle of being built.
    if (link === this.#links) await this.run();
  }

  /** Shows a stored run as it ended. */
  async reopen(run: RunRecord): Promise<void> {
    const link = ++this.#links;
    await this.#settle();
    if (link !== this.#links) return;
    this.form.fill(experimentOf(run, this.#library));
    this.#show(run.status === "running" ? "stopped" : run.status, run.samples, run.spec.expected);
    this.#reason = run.reason ?? "";
    this.#ms = run.timings.totalMs ?? 0;
    location.hash = this.form.link();
  }

  /** Ends what is under way. A worker that does not listen is ended with its model, which the next run loads again. */
  stop(): void {
    if (!this.busy) return;
    const abort = this.#abort;
    abort.abort();
    const patience = Math.max(PATIENCE_MS, PATIENCE_STEPS * this.#slowestStepMs);
    setTimeout(() => this.busy && this.#abort === abort && this.#library.restart(), patience);
  }

  /** Loads a model from a folder of the user's disk at once; it joins the list, or the page says what it lacks. */
  openFolder(files: readonly File[]): Promise<void> {
    if (!this.busy && files.length > 0) this.#underWay = this.#openFolder(this.#library.folder(files));
    return this.#underWay;
  }

  async #openFolder(choice: Choice): Promise<void> {
    const before = this.#status;
    try {
      await this.#load(choice, this.form.values.device);
      this.#library.add(choice);
      this.form.values.model = choice.id;
      this.form.dismiss("model");
    } catch (error) {
      if (!this.#abort.signal.aborted) this.form.complainAt("model", sentenceOf(error));
    } finally {
      this.#status = before;
    }
  }

  /** Loads the model if need be, draws the samples, and keeps the run whatever its end. */
  run(): Promise<void> {
    const asked = this.busy ? null : this.form.check();
    if (asked) this.#underWay = this.#run(asked);
    return this.#underWay;
  }

  async #run(asked: Experiment): Promise<void> {
    const log = this.#log.start(asked, requestOf(asked));
    this.#show("loading", [], asked.expected);
    try {
      const { model, ms } = await this.#load(this.#library.find(asked.model)!, asked.device);
      log.loaded(model, ms);
      const status = await this.#draw(asked, log);
      await log.end(status, this.tally.samples, this.#ms);
      this.#status = status;
    } catch (error) {
      await this.#fail(error, log);
    }
  }

  async #load(choice: Choice, device: Device): Promise<{ model: LoadedModel; ms?: number }> {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.#status = "loading";
    try {
      const loaded = await this.#library.load(choice, device, (now) => (this.#progress = now), signal);
      this.#deviceNote = loaded.model.deviceNote ?? "";
      signal.throwIfAborted();
      return loaded;
    } finally {
      this.#progress = null;
    }
  }

  async #draw(asked: Experiment, log: LoggedRun): Promise<"finished" | "stopped"> {
    let samples: readonly Sample[] = emptySamples(asked.samples);
    const started = performance.now();
    const show = () => {
      this.tally.show(samples);
      this.#ms = performance.now() - started;
    };
    const take = (event: GenerationEvent) => {
      if (event.type === "stepped") this.#slowestStepMs = Math.max(this.#slowestStepMs, event.ms);
      if (event.type === "narrowed") this.#rows = event.rows;
      if (event.type === "resumed") this.#resumedAfter = event.reason;
      samples = foldEvent(samples, event);
      log.note(event, samples);
    };

    this.#status = "running";
    const stopShowing = eachFrame(show);
    try {
      const reason = await generateSteadily({
        client: this.#client,
        request: requestOf(asked),
        loadAgain: (signal) =>
          this.#library.load(this.#library.find(asked.model)!, asked.device, () => {}, signal),
        onEvent: markFirstToken(take),
        signal: this.#abort.signal,
      });
      return reason === "cancelled" ? "stopped" : "finished";
    } finally {
      samples = endSamples(samples, "cancelled");
      stopShowing();
      show();
      performance.mark("quorum:run-end");
      await afterFrame(); // The last lanes are drawn, and only then is the run written down.
    }
  }

  async #fail(error: unknown, log: LoggedRun): Promise<void> {
    const code = errorCode(error);
    if (code === "prompt-too-long") {
      await this.#log.discard(log);
      this.#show("idle", []);
      this.form.complainAt("question", sentenceOf(error));
      return;
    }
    if (code === "device-lost" || code === "out-of-memory" || code === "model-not-loaded")
      this.#library.restart();
    const status = this.#abort.signal.aborted ? "stopped" : "failed";
    this.#reason = status === "failed" ? sentenceOf(error) : "";
    await log.end(status, this.tally.samples, this.#ms, this.#reason);
    this.#status = status;
  }

  #show(status: RunStatus, samples: readonly Sample[], expected = ""): void {
    this.tally.show(samples, expected);
    this.#status = status;
    this.#reason = "";
    this.#rows = null;
    this.#resumedAfter = null;
    this.#ms = 0;
  }

  /** Stops what is under way and waits for its end, so that it cannot write over what comes next. */
  async #settle(): Promise<void> {
    this.stop();
    await this.#underWay;
  }
}

const sentenceOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** bench/bench.ts reads the mark. */
function markFirstToken(take: (event: GenerationEvent) => void): (event: GenerationEvent) => void {
  let marked = false;
  return (event) => {
    if (event.type === "stepped" && !marked) performance.mark("quorum:first-token");
    marked ||= event.type === "stepped";
    take(event);
  };
}

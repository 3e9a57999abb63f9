import { errorCode, type GenerationEvent, type LoadedModel, type Sample } from "../../workers/protocol";
import type { LanguageClient } from "../client/language-client";
import { emptySamples, endSamples, foldEvent } from "../lab/fold-events";
import { AskForm } from "./ask-form.svelte";
import { eachFrame } from "./each-frame";
import { experimentOf } from "./experiment-of";
import type { Library, LoadProgress } from "./library.svelte";
import type { RunLog, RunRecord } from "./run-log.svelte";
import type { Device, Experiment } from "./settings";
import { Tally } from "./tally.svelte";

export type RunStatus = "idle" | "loading" | "running" | "finished" | "stopped" | "failed";

/** How long a worker may take to hear Stop: a step of a large model, but not the compilation of one. */
const PATIENCE_MS = 2000;

/** One question, N samples of an answer to it, and what each way of choosing makes of them. */
export class Ask {
  readonly form: AskForm;
  readonly tally = new Tally();
  #status = $state<RunStatus>("idle");
  #reason = $state("");
  #progress = $state.raw<LoadProgress | null>(null);
  #ms = $state(0);
  #deviceNote = $state("");
  #abort = new AbortController();
  /** Settles when the run or load under way has ended, and never rejects. */
  #underWay: Promise<void> = Promise.resolve();
  readonly #client: LanguageClient;
  readonly #library: Library;
  readonly #log: RunLog;

  constructor(client: LanguageClient, library: Library, log: RunLog) {
    this.#client = client;
    this.#library = library;
    this.#log = log;
    this.form = new AskForm(library);
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
  /** From the start of sampling to the newest token, or to the end. */
  get ms() {
    return this.#ms;
  }
  get deviceNote() {
    return this.#deviceNote;
  }

  /** Takes over what a link says, and starts if it says so. */
  async openLink(params: URLSearchParams): Promise<void> {
    if (`#/ask?${params}` === this.form.link() && this.form.complaints.length === 0) return; // Back from another view.
    await this.#settle();
    if (this.form.open(params)) await this.run();
  }

  /** Shows a stored run as it ended. */
  async reopen(run: RunRecord): Promise<void> {
    await this.#settle();
    this.form.fill(experimentOf(run, this.#library));
    this.tally.show(run.samples, run.spec.expected ?? "");
    this.#status = run.status === "running" ? "stopped" : run.status;
    this.#reason = run.reason ?? "";
    this.#ms = run.timings.totalMs ?? 0;
    location.hash = this.form.link();
  }

  /** Ends what is under way; a worker that does not listen is ended with it. */
  stop(): void {
    const abort = this.#abort;
    abort.abort();
    setTimeout(() => this.busy && this.#abort === abort && this.#client.terminate(), PATIENCE_MS);
  }

  /** Stops what is under way and waits for its end, so that it cannot write over what comes next. */
  async #settle(): Promise<void> {
    if (this.busy) this.stop();
    await this.#underWay;
  }

  /** Loads a model from a folder of the user's disk at once; it joins the list, or the page says what it lacks. */
  openFolder(files: readonly File[]): Promise<void> {
    if (!this.busy && files.length > 0) this.#underWay = this.#openFolder(files);
    return this.#underWay;
  }

  async #openFolder(files: readonly File[]): Promise<void> {
    const { id } = this.#library.addFolder(files);
    try {
      await this.#load(id, this.form.values.device);
      this.form.values.model = id;
      this.form.dismiss("model");
    } catch (error) {
      this.#library.remove(id);
      if (!this.#abort.signal.aborted) this.form.complainAt("model", sentenceOf(error));
    } finally {
      this.#status = "idle";
    }
  }

  async #load(model: string, device: Device): Promise<LoadedModel> {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.#status = "loading";
    try {
      const loaded = await this.#library.load(model, device, (now) => (this.#progress = now), signal);
      this.#deviceNote = loaded.deviceNote ?? "";
      signal.throwIfAborted();
      return loaded;
    } finally {
      this.#progress = null;
    }
  }

  /** Loads the model if need be, draws the samples, and keeps the run whatever its end. */
  run(): Promise<void> {
    const asked = this.busy ? null : this.form.check();
    if (asked) this.#underWay = this.#run(asked);
    return this.#underWay;
  }

  async #run(asked: Experiment): Promise<void> {
    this.tally.show([], asked.expected);
    this.#ms = 0;
    this.#reason = "";
    try {
      await this.#draw(asked, await this.#load(asked.model, asked.device));
    } catch (error) {
      await this.#fail(error);
    }
  }

  async #draw(asked: Experiment, loaded: LoadedModel): Promise<void> {
    let samples: readonly Sample[] = emptySamples(asked.samples);
    const started = performance.now();
    const show = () => {
      this.tally.show(samples);
      this.#ms = performance.now() - started;
    };
    const take = (event: GenerationEvent) => {
      if (event.type === "prefilled") performance.mark("quorum:first-token"); // bench/bench.ts reads the marks.
      samples = foldEvent(samples, event);
      this.#log.note(event, samples);
    };

    this.#status = "running";
    this.#log.start(asked, loaded);
    const stopShowing = eachFrame(show);
    try {
      const reason = await this.#client.generate(requestOf(asked), take, this.#abort.signal);
      this.#status = reason === "cancelled" ? "stopped" : "finished";
    } finally {
      samples = endSamples(samples, "cancelled");
      stopShowing();
      show();
      performance.mark("quorum:run-end");
    }
    await this.#log.end(this.#status, this.tally.samples, this.#ms);
  }

  async #fail(error: unknown): Promise<void> {
    if (errorCode(error) === "prompt-too-long") {
      this.#status = "idle";
      this.tally.show([]);
      this.form.complainAt("question", (error as Error).message);
      return this.#log.discard();
    }
    const { aborted } = this.#abort.signal;
    this.#status = aborted ? "stopped" : "failed";
    this.#reason = aborted ? "" : sentenceOf(error);
    await this.#log.end(this.#status, this.tally.samples, this.#ms, this.#reason);
  }
}

function requestOf({ model, question, samples, temperature, topP, maxTokens, seed }: Experiment) {
  return {
    model,
    messages: [{ role: "user" as const, content: question.trim() }],
    samples,
    sampling: { temperature, topK: 0, topP, minP: 0, maxTokens, stop: [], seed },
  };
}

const sentenceOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

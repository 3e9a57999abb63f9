import { errorCode, type GenerationEvent, type LoadedModel, type Sample } from "../../workers/protocol";
import type { LanguageClient } from "../client/language-client";
import { emptySamples, endSamples, foldEvent } from "../lab/fold-events";
import { AskForm } from "./ask-form.svelte";
import { eachFrame } from "./each-frame";
import { experimentOf } from "./experiment-of";
import type { Library, LoadProgress } from "./library.svelte";
import type { RunLog, RunRecord } from "./run-log.svelte";
import type { Experiment } from "./settings";
import { Tally } from "./tally.svelte";

export type RunStatus = "idle" | "loading" | "running" | "finished" | "stopped" | "failed";

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
  openLink(params: URLSearchParams): void {
    if (`#/ask?${params}` === this.form.link() && this.form.complaints.length === 0) return; // Back from another view.
    this.stop();
    if (this.form.open(params)) void this.run();
  }

  /** Shows a stored run as it ended. */
  reopen(run: RunRecord): void {
    this.stop();
    this.form.fill(experimentOf(run, this.#library));
    this.tally.show(run.samples, run.spec.expected ?? "");
    this.#status = run.status === "running" ? "stopped" : run.status;
    this.#reason = run.reason ?? "";
    this.#ms = run.timings.totalMs ?? 0;
    location.hash = this.form.link();
  }

  stop(): void {
    this.#abort.abort();
  }

  /** Loads the model if need be, draws the samples, and keeps the run whatever its end. */
  async run(): Promise<void> {
    if (this.busy) return;
    const asked = this.form.check();
    if (!asked) return;
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.tally.show([], asked.expected);
    this.#ms = 0;
    this.#reason = "";
    this.#status = "loading";
    try {
      const loaded = await this.#library.load(
        asked.model,
        asked.device,
        (now) => (this.#progress = now),
        signal,
      );
      this.#deviceNote = loaded.deviceNote ?? "";
      signal.throwIfAborted();
      await this.#draw(asked, loaded, signal);
    } catch (error) {
      await this.#fail(error, signal);
    } finally {
      this.#progress = null;
    }
  }

  async #draw(asked: Experiment, loaded: LoadedModel, signal: AbortSignal): Promise<void> {
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
      const reason = await this.#client.generate(requestOf(asked), take, signal);
      this.#status = reason === "cancelled" ? "stopped" : "finished";
    } finally {
      samples = endSamples(samples, "cancelled");
      stopShowing();
      show();
      performance.mark("quorum:run-end");
    }
    await this.#log.end(this.#status, this.tally.samples, this.#ms);
  }

  async #fail(error: unknown, signal: AbortSignal): Promise<void> {
    if (errorCode(error) === "prompt-too-long") {
      this.#status = "idle";
      this.tally.show([]);
      this.form.complainAt("question", (error as Error).message);
      return this.#log.discard();
    }
    this.#status = signal.aborted ? "stopped" : "failed";
    this.#reason = signal.aborted ? "" : error instanceof Error ? error.message : String(error);
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

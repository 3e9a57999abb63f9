import { errorCode, type GenerationEvent, type LoadedModel, type Sample } from "../../workers/protocol";
import type { LanguageClient } from "../client/language-client";
import { type Candidate, toCandidate } from "../lab/candidates";
import { clusterCandidates } from "../lab/clusters";
import { emptySamples, endSamples, foldEvent } from "../lab/fold-events";
import { SELECTORS } from "../lab/selectors";
import { wordProblems } from "../lab/tasks/word-problems";
import type { RunRecord } from "../storage/run-record";
import { defaultExperiment, withProblem } from "./defaults";
import { eachFrame } from "./each-frame";
import type { Library, LoadProgress } from "./library.svelte";
import type { RunLog } from "./run-log.svelte";
import {
  complain,
  type Complaint,
  type Experiment,
  experimentLink,
  NUMBER_SETTINGS,
  type NumberName,
  readExperiment,
} from "./settings";

export type RunStatus = "idle" | "loading" | "running" | "finished" | "stopped" | "failed";

/** While the fields are being edited a number may be missing. */
export type Form = Omit<Experiment, NumberName> & Record<NumberName, number | null>;

/** One question, N samples of an answer to it, and what each way of choosing makes of them. */
export class Ask {
  readonly form: Form = $state({ ...defaultExperiment });
  #complaints = $state.raw<readonly Complaint[]>([]);
  #status = $state<RunStatus>("idle");
  #reason = $state("");
  #progress = $state.raw<LoadProgress | null>(null);
  #samples = $state.raw<readonly Sample[]>([]);
  /** What the samples on the page were drawn for: the form may have moved on. */
  #asked = $state.raw<Experiment>(defaultExperiment);
  #ms = $state(0);
  #deviceNote = $state("");
  #linkCopied = $state(false);
  /** Number of the generated problem last shown, also after its text was changed. */
  #shown = defaultExperiment.problem ?? 0;
  #abort: AbortController | null = null;
  readonly #client: LanguageClient;
  readonly #library: Library;
  readonly #log: RunLog;

  constructor(client: LanguageClient, library: Library, log: RunLog) {
    this.#client = client;
    this.#library = library;
    this.#log = log;
  }

  readonly candidates = $derived(this.#samples.map((sample) => toCandidate(sample, this.#asked.expected)));
  readonly clusters = $derived(clusterCandidates(this.candidates));
  readonly selections = $derived(
    SELECTORS.map((selector) => ({ selector, selection: selector.select(this.candidates, this.clusters) })),
  );
  readonly tokens = $derived(this.#samples.reduce((sum, { tokens }) => sum + tokens, 0));
  readonly busy = $derived(this.#status === "loading" || this.#status === "running");
  readonly unlike = $derived(this.form.question.trim() !== "" && !wordProblems.resembles(this.form.question));

  get complaints() {
    return this.#complaints;
  }
  get status() {
    return this.#status;
  }
  get reason() {
    return this.#reason;
  }
  get progress() {
    return this.#progress;
  }
  get asked() {
    return this.#asked;
  }
  get ms() {
    return this.#ms;
  }
  get deviceNote() {
    return this.#deviceNote;
  }
  get linkCopied() {
    return this.#linkCopied;
  }
  get models() {
    return this.#library.choices;
  }

  complaintAt(field: string): string | undefined {
    return this.#complaints.find((complaint) => complaint.field === field)?.message;
  }

  /** Rank by size of the cluster a candidate belongs to; undefined while it has none. */
  rankOf(candidate: Candidate): number | undefined {
    const rank = this.clusters.findIndex(({ candidates }) => candidates.includes(candidate));
    return rank < 0 ? undefined : rank;
  }

  writeQuestion(question: string): void {
    this.form.question = question;
    this.form.problem = null;
    this.form.expected = "";
    this.#dismiss("question");
  }

  writeExpected(expected: string): void {
    this.form.expected = expected;
    this.form.problem = null;
  }

  setNumber(name: NumberName, value: number | null): void {
    this.form[name] = value;
    const message = complain(NUMBER_SETTINGS[name], value);
    this.#dismiss(name);
    if (message) this.#complaints = [...this.#complaints, { field: name, message }];
  }

  setLevel(level: number): void {
    this.form.level = level;
    this.#show(0);
  }

  newProblem(): void {
    this.#show(this.#shown + 1);
  }

  #show(problem: number): void {
    this.#shown = problem;
    Object.assign(this.form, withProblem(this.form.level, problem));
    this.#dismiss("question");
  }

  openFolder(files: readonly File[]): void {
    if (files.length === 0) return;
    this.form.model = this.#library.addFolder(files).id;
    this.#dismiss("model");
  }

  /** Takes over what a link says, and starts if it says so and nothing in it is wrong. */
  async openLink(params: URLSearchParams): Promise<void> {
    if (`#/ask?${params}` === this.link() && !this.#complaints.length) return; // Back from another view.
    if (this.busy) this.stop();
    const { experiment, complaints, run } = readExperiment(
      params,
      defaultExperiment,
      wordProblems.levels.map(({ level }) => level),
    );
    if (!this.#library.find(experiment.model)) {
      complaints.push({
        field: "model",
        message: `There is no model “${experiment.model}” here; the default stands in for it.`,
      });
      experiment.model = defaultExperiment.model;
    }
    const told = experiment.problem === null ? {} : withProblem(experiment.level, experiment.problem);
    Object.assign(this.form, experiment, told);
    this.#shown = experiment.problem ?? this.#shown;
    this.#complaints = complaints;
    if (run && complaints.length === 0) await this.run();
  }

  async copyLink(): Promise<void> {
    const link = new URL(this.link({ run: true }), location.href).href;
    await navigator.clipboard?.writeText(link);
    this.#linkCopied = true;
    setTimeout(() => (this.#linkCopied = false), 2000);
  }

  link(options?: { run: boolean }): string {
    return experimentLink(this.form as Experiment, defaultExperiment, options);
  }

  stop(): void {
    this.#abort?.abort();
  }

  #dismiss(field: string): void {
    this.#complaints = this.#complaints.filter(
      (complaint) => complaint.field !== field && complaint.field !== "link",
    );
  }

  #check(): Experiment | null {
    const complaints: Complaint[] = [];
    if (this.form.question.trim() === "") {
      complaints.push({
        field: "question",
        message: "The question is empty. Write one, or press New problem.",
      });
    }
    for (const [name, setting] of Object.entries(NUMBER_SETTINGS)) {
      const message = complain(setting, this.form[name as NumberName]);
      if (message) complaints.push({ field: name, message });
    }
    this.#complaints = complaints;
    return complaints.length === 0 ? ($state.snapshot(this.form) as Experiment) : null;
  }

  /** Shows a stored run as it ended. */
  reopen({ spec, samples, status, reason, timings }: RunRecord): void {
    if (this.busy) this.stop();
    const { temperature, topP, seed, maxTokens } = spec.sampling;
    const model = this.#library.find(spec.model) ? spec.model : defaultExperiment.model;
    this.#asked = {
      ...defaultExperiment,
      ...{ question: spec.question, expected: spec.expected ?? "", model, samples: spec.samples },
      ...{ temperature, topP, seed, maxTokens },
      level: spec.level ?? defaultExperiment.level,
      problem: spec.problem ?? null,
    };
    Object.assign(this.form, this.#asked);
    this.#complaints = [];
    this.#samples = samples;
    this.#status = status === "running" ? "stopped" : status;
    this.#reason = reason ?? "";
    this.#ms = timings.totalMs ?? 0;
    location.hash = this.link();
  }

  /** Loads the model if need be, draws the samples, and keeps the run whatever its end. */
  async run(): Promise<void> {
    if (this.busy) return;
    const asked = this.#check();
    if (!asked) return;
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.#asked = asked;
    this.#samples = [];
    this.#ms = 0;
    this.#reason = "";
    try {
      this.#status = "loading";
      const loaded = await this.#library.load(
        asked.model,
        asked.device,
        (progress) => (this.#progress = progress),
        signal,
      );
      this.#deviceNote = loaded.deviceNote ?? "";
      signal.throwIfAborted();
      await this.#sample(asked, loaded, signal);
    } catch (error) {
      await this.#end(error);
    } finally {
      this.#progress = null;
    }
  }

  async #sample(asked: Experiment, loaded: LoadedModel, signal: AbortSignal): Promise<void> {
    let samples: readonly Sample[] = emptySamples(asked.samples);
    const started = performance.now();
    const show = () => {
      this.#samples = samples;
      this.#ms = performance.now() - started;
    };
    this.#status = "running";
    this.#log.start(asked, loaded);
    const stopShowing = eachFrame(show);
    try {
      const { temperature, topP, seed, maxTokens } = asked;
      const reason = await this.#client.generate(
        {
          model: asked.model,
          messages: [{ role: "user", content: asked.question.trim() }],
          samples: asked.samples,
          sampling: { temperature, topK: 0, topP, minP: 0, maxTokens, stop: [], seed },
        },
        (event: GenerationEvent) => {
          if (event.type === "prefilled") performance.mark("quorum:first-token"); // bench/bench.ts reads the marks.
          samples = foldEvent(samples, event);
          this.#log.note(event, samples);
        },
        signal,
      );
      this.#status = reason === "cancelled" ? "stopped" : "finished";
    } catch (error) {
      samples = endSamples(samples, "cancelled");
      throw error;
    } finally {
      stopShowing();
      show();
      performance.mark("quorum:run-end");
    }
    await this.#log.end(this.#status as "finished" | "stopped", this.#samples, this.#ms);
  }

  async #end(error: unknown): Promise<void> {
    if (this.#abort?.signal.aborted) {
      this.#status = "stopped";
    } else if (errorCode(error) === "prompt-too-long") {
      this.#status = "idle";
      this.#samples = [];
      this.#complaints = [{ field: "question", message: (error as Error).message }];
      return void (await this.#log.discard());
    } else {
      this.#status = "failed";
      this.#reason = error instanceof Error ? error.message : String(error);
    }
    await this.#log.end(this.#status, this.#samples, this.#ms, this.#reason);
  }
}

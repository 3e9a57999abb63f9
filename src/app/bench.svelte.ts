import { untrack } from "svelte";
import { MODELS } from "../../models";
import { errorCode } from "../../workers/protocol";
import type { MeasureEvent } from "../../workers/protocol/measure";
import type { LanguageClient } from "../client/language-client";
import { type BenchResult, emptyResult, foldMeasure } from "./bench-result";
import { benchLink, type BenchSettings, readBench } from "./bench-settings";
import type { Library, LoadProgress } from "./library.svelte";
import type { Complaint } from "./settings";

export type BenchStatus = "idle" | "waiting" | "loading" | "measuring" | "finished" | "stopped" | "failed";

const DEFAULTS: BenchSettings = { model: MODELS[0]!.id, device: "auto" };
/** How long a worker may take to hear Stop: longer than any one step of a model that fits a page. */
const PATIENCE_MS = 3000;

/** Who else uses the one worker. */
interface Other {
  readonly busy: boolean;
  stop(): void;
}

/** Measures this machine with a model. It has the worker to itself: it waits for a run of Ask, and ends when one begins. */
export class Bench {
  readonly settings: BenchSettings = $state({ ...DEFAULTS });
  #complaints = $state.raw<readonly Complaint[]>([]);
  #status = $state<BenchStatus>("idle");
  #reason = $state("");
  #progress = $state.raw<LoadProgress | null>(null);
  #result = $state.raw<BenchResult | null>(null);
  #abort = new AbortController();
  /** Settles when the measurement under way has ended, and never rejects. */
  #underWay: Promise<void> = Promise.resolve();
  readonly #client: LanguageClient;
  readonly #library: Library;
  readonly #ask: Other;

  constructor(client: LanguageClient, library: Library, ask: Other) {
    this.#client = client;
    this.#library = library;
    this.#ask = ask;
    $effect.root(() => {
      $effect(() => (ask.busy ? untrack(() => this.#giveWay()) : untrack(() => this.#begin())));
    });
  }

  readonly busy = $derived(this.#status === "loading" || this.#status === "measuring");

  get status() {
    return this.#status;
  }
  /** Why the last measurement failed, or was stopped by something else than Stop. */
  get reason() {
    return this.#reason;
  }
  get progress() {
    return this.#progress;
  }
  get result() {
    return this.#result;
  }
  get complaints() {
    return this.#complaints;
  }
  get models() {
    return this.#library.choices;
  }

  link(options?: { run: boolean }): string {
    return benchLink(this.settings, DEFAULTS, options);
  }

  /** Takes over what a link says, and measures if it says so. */
  async openLink(params: URLSearchParams): Promise<void> {
    if ((params.size > 0 ? `#/bench?${params}` : "#/bench") === this.link()) return; // Back from another view.
    const ids = this.models.map(({ id }) => id);
    const { settings, complaints, run } = readBench(params, DEFAULTS, ids);
    this.stop();
    await this.#underWay;
    Object.assign(this.settings, settings);
    this.#complaints = complaints;
    if (run && complaints.length === 0) await this.run();
  }

  /** Measures, or waits for Ask to end first. */
  run(): Promise<void> {
    if (this.busy) return this.#underWay;
    this.#complaints = [];
    this.#reason = "";
    this.#status = "waiting";
    if (!this.#ask.busy) this.#begin();
    return this.#underWay;
  }

  /** Ends Ask's run, after which the measurement that waits for it begins. */
  stopAsk(): void {
    this.#ask.stop();
  }

  /** What was measured is kept. A worker that does not listen is ended with its model, which the next run loads again. */
  stop(): void {
    if (this.#status === "waiting") this.#status = "idle";
    if (!this.busy) return;
    const abort = this.#abort;
    abort.abort();
    setTimeout(() => this.busy && this.#abort === abort && this.#library.restart(), PATIENCE_MS);
  }

  #begin(): void {
    if (this.#status === "waiting") this.#underWay = this.#measure($state.snapshot(this.settings));
  }

  #giveWay(): void {
    if (!this.busy) return;
    this.stop();
    this.#reason = "Ask began a run, beside which nothing can be measured.";
  }

  async #measure({ model: id, device }: BenchSettings): Promise<void> {
    const { signal } = (this.#abort = new AbortController());
    const choice = this.#library.find(id)!;
    this.#result = null;
    this.#status = "loading";
    try {
      const { model } = await this.#library.load(choice, device, (now) => (this.#progress = now), signal);
      signal.throwIfAborted();
      this.#result = emptyResult(choice.label, model);
      this.#status = "measuring";
      const request = {
        model: id,
        device: model.device,
        ...(model.weights && { weightBytes: model.weights.bytes }),
      };
      const end = await this.#client.measure(request, (event) => this.#take(event), signal);
      this.#status = end === "cancelled" ? "stopped" : "finished";
    } catch (error) {
      this.#fail(error, signal);
    } finally {
      this.#progress = null;
    }
  }

  #take(event: MeasureEvent): void {
    this.#result = foldMeasure(this.#result!, event);
  }

  #fail(error: unknown, signal: AbortSignal): void {
    const code = errorCode(error);
    if (code === "device-lost" || code === "out-of-memory" || code === "model-not-loaded") {
      this.#library.restart();
    }
    this.#status = signal.aborted ? "stopped" : "failed";
    if (!signal.aborted) this.#reason = error instanceof Error ? error.message : String(error);
  }
}

import { untrack } from "svelte";
import { MODELS } from "../../models";
import type { MeasureEvent } from "../../workers/protocol/measure";
import type { LanguageClient } from "../client/language-client";
import { type BenchResult, emptyResult, foldMeasure } from "./bench-result";
import { benchLink, type BenchSettings, readBench } from "./bench-settings";
import type { Complaint } from "./complaints.svelte";
import { Job } from "./job.svelte";
import type { Library } from "./library.svelte";
import { paramsOf } from "./params-of";

const DEFAULTS: BenchSettings = { model: MODELS[0]!.id, device: "auto" };
/** How long a worker may take to hear Stop: longer than any one step of a model that fits a page. */
const PATIENCE_MS = 3000;

/** Who else uses the one worker. */
export interface Writer {
  /** The view that has it write; empty while none does. */
  readonly name: string;
  stop(): void;
}

/** Measures this machine with a model. It has the worker to itself: it waits for what is being written, and ends when that begins. */
export class Bench {
  readonly settings: BenchSettings = $state({ ...DEFAULTS });
  readonly job: Job<"measuring">;
  #complaints = $state.raw<readonly Complaint[]>([]);
  #result = $state.raw<BenchResult | null>(null);
  readonly #client: LanguageClient;
  readonly #library: Library;
  readonly #writer: Writer;

  constructor(client: LanguageClient, library: Library, writer: Writer) {
    this.#client = client;
    this.#library = library;
    this.#writer = writer;
    this.job = new Job(library, () => PATIENCE_MS);
    $effect.root(() => {
      $effect(() => (writer.name ? untrack(() => this.#giveWay()) : untrack(() => this.#begin())));
    });
  }

  get busy() {
    return this.job.busy;
  }
  get result() {
    return this.#result;
  }
  get complaints() {
    return this.#complaints;
  }
  /** The view that is writing, beside which nothing can be measured; empty while none is. */
  get writer() {
    return this.#writer.name;
  }
  get models() {
    return this.#library.choices;
  }

  link(options?: { run: boolean }): string {
    return benchLink(this.settings, DEFAULTS, options);
  }

  /** Takes over what a link says, and measures if it says so. */
  async openLink(params: URLSearchParams): Promise<void> {
    if (`${params}` === `${paramsOf(this.link())}`) return; // Back from another view.
    const ids = this.models.map(({ id }) => id);
    const { settings, complaints, run } = readBench(params, DEFAULTS, ids);
    await this.job.settle();
    Object.assign(this.settings, settings);
    this.#complaints = complaints;
    if (run && complaints.length === 0) await this.run();
  }

  /** Measures, or waits for Ask to end first. */
  run(): Promise<void> {
    if (this.busy) return this.job.underWay;
    this.#complaints = [];
    this.job.become("waiting", "");
    if (!this.#writer.name) this.#begin();
    return this.job.underWay;
  }

  /** Ends what is being written, after which the measurement that waits for it begins. */
  stopWriter(): void {
    this.#writer.stop();
  }

  /** What was measured is kept. */
  stop(): void {
    this.job.stop();
  }

  #begin(): void {
    if (this.job.status !== "waiting") return;
    const settings = $state.snapshot(this.settings);
    this.job.begin(() => this.#measure(settings));
  }

  #giveWay(): void {
    if (this.busy) this.job.stop(`${this.#writer.name} began a run, beside which nothing can be measured.`);
  }

  async #measure({ model: id, device }: BenchSettings): Promise<void> {
    const { signal } = this.job;
    const choice = this.#library.find(id)!;
    this.#result = null;
    try {
      const { model } = await this.job.load(choice, device);
      signal.throwIfAborted();
      this.#result = emptyResult(choice.label, model);
      this.job.become("measuring");
      const request = {
        model: id,
        device: model.device,
        ...(model.weights && { weightBytes: model.weights.bytes }),
      };
      const end = await this.#client.measure(request, (event) => this.#take(event), signal);
      this.job.become(end === "cancelled" ? "stopped" : "finished");
    } catch (error) {
      this.job.become(this.job.endOf(error));
    }
  }

  #take(event: MeasureEvent): void {
    this.#result = foldMeasure(this.#result!, event);
  }
}

import { untrack } from "svelte";
import type { LoadedModel } from "../../../workers/protocol";
import type { LanguageClient } from "../../client/language-client";
import { randomId } from "../../storage/random-id";
import type { SweepRecord } from "../../storage/sweep-record";
import type { Choice } from "../choice";
import { Job } from "../job.svelte";
import type { Library } from "../library.svelte";
import { APP_VERSION } from "../version";
import { Crew } from "./crew";
import { Pace } from "./pace.svelte";
import { SampleKeeper } from "./sample-keeper";
import { Sweep } from "./sweep.svelte";
import type { ProblemFile } from "./sweep-form.svelte";
import type { SweepLog } from "./sweep-log.svelte";
import type { SweepSettings } from "./sweep-settings";
import { sweepSpec } from "./sweep-spec";
import { writeSweep } from "./write-sweep";

/** How long workers may take to hear a pause: longer than any one step of a model that fits a page. */
const PATIENCE_MS = 3000;

/** The sweep that is shown, and its being written. It gives way to whatever else uses the worker, and goes on after. */
export class CurrentSweep {
  readonly job: Job<"sweeping">;
  readonly pace = new Pace();
  #sweep = $state.raw<Sweep | null>(null);
  #notes = $state.raw<readonly string[]>([]);
  /** What begins when nothing else is busy. */
  #next: (() => Promise<void>) | null = null;
  readonly #library: Library;
  readonly #crew: Crew;
  readonly #log: SweepLog;
  readonly #others: { readonly busy: boolean };

  constructor(client: LanguageClient, library: Library, log: SweepLog, others: { readonly busy: boolean }) {
    this.#library = library;
    this.#log = log;
    this.#others = others;
    this.job = new Job(library, () => PATIENCE_MS);
    this.#crew = new Crew(client, library);
    $effect.root(() => {
      $effect(() => (others.busy ? untrack(() => this.#giveWay()) : untrack(() => this.#begin())));
    });
  }

  get sweep() {
    return this.#sweep;
  }
  /** What befell the sweep on the way, in sentences. */
  get notes() {
    return this.#notes;
  }
  /** Whether the sweep that is shown can go on. */
  get canResume() {
    const record = this.#sweep?.record;
    if (!record || this.job.busy || this.job.status === "waiting") return false;
    return record.status !== "finished" && !this.#log.isElsewhere(record);
  }

  /** Shows a sweep as far as it got, or none. Nothing may be under way. */
  show(sweep: Sweep | null): void {
    this.#sweep = sweep;
    this.#notes = [];
    const { status, reason = "" } = sweep?.record ?? { status: "idle" as const };
    this.job.become(status === "running" || status === "paused" ? "stopped" : status, reason);
  }

  /** Begins a sweep; `file` has its problems where they are not generated. */
  run(asked: SweepSettings, file: ProblemFile | null): Promise<void> {
    return this.#queue(() => this.#start(asked, file));
  }

  /** Goes on at the first missing sample. */
  resume(): Promise<void> {
    const sweep = this.#sweep;
    return sweep && this.canResume ? this.#queue(() => this.#goOn(sweep)) : this.job.underWay;
  }

  /** Pauses it: what was written is kept. */
  stop(): void {
    this.#next = null;
    this.job.stop();
  }

  /** Pauses, and waits until nothing is under way. */
  async settle(): Promise<void> {
    this.#next = null;
    await this.job.settle();
  }

  #queue(work: () => Promise<void>): Promise<void> {
    this.#next = work;
    this.job.become("waiting", "");
    if (!this.#others.busy) this.#begin();
    return this.job.underWay;
  }

  #begin(): void {
    const next = this.#next;
    if (!next || this.job.status !== "waiting") return;
    this.#next = null;
    this.job.begin(next);
  }

  /** Whoever else has begun goes first; the sweep goes on by itself. */
  #giveWay(): void {
    if (!this.job.busy) return;
    const sweep = this.#sweep;
    if (sweep) this.#next = () => this.#goOn(sweep);
    this.job.stop();
  }

  async #start(asked: SweepSettings, file: ProblemFile | null): Promise<void> {
    this.#sweep = null;
    const choice = this.#library.find(asked.model)!;
    try {
      const { model } = await this.job.load(choice, asked.device);
      const record: SweepRecord = {
        id: randomId(),
        createdAt: Date.now(),
        appVersion: APP_VERSION,
        status: "running",
        spec: sweepSpec(asked, file, model),
        activeMs: 0,
      };
      const sweep = await Sweep.open(record);
      this.job.signal.throwIfAborted();
      this.#sweep = sweep;
      await this.#write(sweep, choice, model);
    } catch (error) {
      this.job.become(this.job.endOf(error));
    }
  }

  async #goOn(sweep: Sweep): Promise<void> {
    const { spec } = sweep.record;
    const choice = this.#library.find(spec.model);
    try {
      if (!choice)
        throw new Error(`The model “${spec.model}” is not here. Load its folder in Ask, then press Resume.`);
      const { model } = await this.job.load(choice, spec.device);
      if (model.device !== spec.device || (spec.modelSha && model.graphSha !== spec.modelSha))
        throw new Error(
          "The model or the device is not what this sweep began with, and would write other samples. Run a new sweep.",
        );
      await this.#write(sweep, choice, model);
    } catch (error) {
      this.job.become(this.job.endOf(error));
    }
  }

  /** Writes what is missing, and keeps the sweep whatever its end. */
  async #write(sweep: Sweep, choice: Choice, model: LoadedModel): Promise<void> {
    const { signal } = this.job;
    const before = sweep.record.activeMs;
    this.#notes = model.deviceNote ? [model.deviceNote] : [];
    try {
      signal.throwIfAborted();
      sweep.update({ status: "running" });
      await this.#log.save(sweep.record);
      const clients = await this.#crew.assemble(choice, model, signal);
      this.job.become("sweeping", "");
      this.pace.start();
      const end = await writeSweep({
        sweep,
        clients,
        signal,
        pace: this.pace,
        keeper: new SampleKeeper((samples) => this.#log.addSamples(sweep.record, samples)),
        loadAgain: (client, signal) => this.#crew.loadAgain(client, choice, model, signal),
        note: (sentence) => (this.#notes = [...this.#notes, sentence]),
      });
      await sweep.settle();
      await this.#end(sweep, end === "cancelled" ? "stopped" : "finished", before);
    } catch (error) {
      await this.#end(sweep, this.job.endOf(error), before);
    } finally {
      this.#crew.dismiss();
    }
  }

  async #end(sweep: Sweep, end: "stopped" | "finished" | "failed", before: number): Promise<void> {
    const { reason } = this.job;
    sweep.update({
      status: end === "stopped" ? "paused" : end,
      activeMs: before + this.pace.ms,
      ...(end === "failed" && reason && { reason }),
    });
    await this.#log.save(sweep.record);
    this.job.become(end);
    if (this.#next) void this.#queue(this.#next); // It gave way.
  }
}

import type { LoadedModel } from "../../../workers/protocol";
import type { LanguageClient } from "../../client/language-client";
import type { Method } from "../../lab/methods/method";
import { readingMethods } from "../../lab/methods/reading";
import { mayStopEarly } from "../../lab/sweep/enough";
import { randomId } from "../../storage/random-id";
import type { Choice } from "../choice";
import { Job } from "../job.svelte";
import type { Library } from "../library.svelte";
import type { RoleModels } from "../reading/role-models.svelte";
import { APP_VERSION } from "../version";
import { Sweep } from "./sweep.svelte";
import type { ProblemFile, SweepForm } from "./sweep-form.svelte";
import type { SweepLog } from "./sweep-log.svelte";
import type { SweepSettings } from "./sweep-settings";
import { sweepSpec } from "./sweep-spec";
import { SweepReader } from "./sweep-reader.svelte";
import { SweepWriter } from "./sweep-writer.svelte";
import { Turn } from "./turn.svelte";

/** How long workers may take to hear a pause: longer than any one step of a model that fits a page. */
const PATIENCE_MS = 3000;

interface Wiring {
  client: LanguageClient;
  library: Library;
  log: SweepLog;
  /** Whose methods are drawn for. */
  form: SweepForm;
  /** They use the same worker. */
  others: { readonly busy: boolean };
  /** Who reads what was written, where a method wants that. */
  openRoles: () => Promise<RoleModels>;
}

/** The sweep that is shown, and its being written. It gives way to whatever else uses the worker, and goes on after. */
export class CurrentSweep {
  readonly job: Job<"sweeping" | "reading">;
  #sweep = $state.raw<Sweep | null>(null);
  readonly #turn: Turn;
  readonly #writer: SweepWriter;
  readonly #reader: SweepReader;
  readonly #library: Library;
  readonly #log: SweepLog;
  readonly #form: SweepForm;

  constructor({ client, library, log, form, others, openRoles }: Wiring) {
    this.#library = library;
    this.#log = log;
    this.#form = form;
    this.#writer = new SweepWriter(client, library, log);
    this.#reader = new SweepReader(openRoles, log);
    this.job = new Job(library, () => PATIENCE_MS);
    this.#turn = new Turn(this.job, others, () => {
      const sweep = this.#sweep;
      return sweep && (() => this.#goOn(sweep));
    });
  }

  get sweep() {
    return this.#sweep;
  }
  get pace() {
    return this.#writer.pace;
  }
  get notes() {
    return [...this.#writer.notes, ...this.#reader.notes];
  }
  /** How far the reading of samples is; null while none goes on. */
  get reading() {
    return this.#reader.progress && { ...this.#reader.progress, loading: this.#reader.loading };
  }
  /** Whether a method is chosen for which nobody has read everything yet. */
  get lacksReadings(): boolean {
    const sweep = this.#sweep;
    const methods = this.#reading();
    if (!sweep || methods.length === 0) return false;
    const { problems } = sweep.outcomes;
    return sweep.samples > 1 && sweep.readFor(methods) < problems.length;
  }
  /** How far it is for the methods that are chosen; in problems too where these may have enough of one early. */
  get progress() {
    const { methods } = this.#form.values;
    const sweep = this.#sweep;
    if (!sweep) return null;
    const { count: samples, total, asked } = sweep;
    const inProblems = sweep.stopsEarly && (mayStopEarly(methods, sweep.samples) || methods.length === 0);
    return { samples, total, ...(inProblems && { problems: { enough: sweep.enoughFor(methods), asked } }) };
  }
  get held() {
    return this.#writer.held;
  }
  /** Whether the sweep that is shown can go on. */
  get canResume() {
    const sweep = this.#sweep;
    if (!sweep || this.job.busy || this.job.status === "waiting") return false;
    const isDone =
      sweep.record.status === "finished" && !(sweep.stopsEarly && this.#lacks(sweep)) && !this.lacksReadings;
    return !isDone && !this.#log.isElsewhere(sweep.record);
  }

  /** Shows a sweep as far as it got, or none. Nothing may be under way. */
  show(sweep: Sweep | null): void {
    this.#sweep = sweep;
    this.#writer.forget();
    this.#reader.forget();
    const { status, reason = "" } = sweep?.record ?? { status: "idle" as const };
    this.job.become(status === "running" || status === "paused" ? "stopped" : status, reason);
  }

  /** Begins a sweep; `file` has its problems where they are not generated. */
  run(asked: SweepSettings, file: ProblemFile | null): Promise<void> {
    return this.#turn.take(() => this.#start(asked, file));
  }

  /** Goes on at the first missing sample. */
  resume(): Promise<void> {
    const sweep = this.#sweep;
    return sweep && this.canResume ? this.#turn.take(() => this.#goOn(sweep)) : this.job.underWay;
  }

  /** Pauses it: what was written is kept. */
  stop(): void {
    this.#turn.leave();
    this.job.stop();
  }

  /** Pauses, and waits until nothing is under way. */
  async settle(): Promise<void> {
    this.#turn.leave();
    await this.job.settle();
  }

  async #start(asked: SweepSettings, file: ProblemFile | null): Promise<void> {
    this.#sweep = null;
    const choice = this.#library.find(asked.model)!;
    try {
      const { model } = await this.job.load(choice, asked.device);
      const sweep = await Sweep.open({
        id: randomId(),
        createdAt: Date.now(),
        appVersion: APP_VERSION,
        status: "running",
        spec: sweepSpec(asked, file, model),
        ...(this.#reading().length > 0 && { readFor: this.#reading().map(({ id }) => id) }),
        activeMs: 0,
      });
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
      if (sweep.portionsLeft(this.#form.values.methods).length === 0)
        return await this.#finish(sweep, () => this.#read(sweep)); // Whoever wrote it is not needed.
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
    const methods = () => this.#form.values.methods;
    const onBegin = () => this.job.become("sweeping", "");
    await this.#finish(sweep, async () => {
      const end = await this.#writer.write(sweep, { choice, model, methods, onBegin, signal });
      return end === "cancelled" ? "stopped" : this.#read(sweep);
    });
  }

  /** Has other models read the samples, for the methods that want it. */
  async #read(sweep: Sweep): Promise<"finished"> {
    if (this.#reading().length === 0) return "finished";
    this.job.become("reading", ""); // From here on Pause is heard.
    await sweep.settle();
    if (!this.lacksReadings) return "finished";
    await this.#reader.read(sweep, { methods: () => this.#reading(), signal: this.job.signal });
    return "finished";
  }

  async #finish(sweep: Sweep, work: () => Promise<"stopped" | "finished">): Promise<void> {
    try {
      await this.#end(sweep, await work());
    } catch (error) {
      await this.#end(sweep, this.job.endOf(error));
    }
  }

  async #end(sweep: Sweep, end: "stopped" | "finished" | "failed"): Promise<void> {
    const { reason } = this.job;
    sweep.update({
      status: end === "stopped" ? "paused" : end,
      ...(end === "failed" && reason && { reason }),
    });
    await this.#log.save(sweep.record);
    this.job.become(end);
    this.#turn.takeUp(); // It gave way.
  }

  #reading(): readonly Method[] {
    return readingMethods(this.#form.values.methods);
  }

  #lacks(sweep: Sweep): boolean {
    return sweep.enoughFor(this.#form.values.methods) < sweep.asked;
  }
}

import { untrack } from "svelte";
import { MODELS } from "../../../models";
import type { Writer } from "../bench.svelte";
import type { Choice } from "../choice";
import { Job } from "../job.svelte";
import type { Library } from "../library.svelte";
import { sentenceOf } from "../sentence-of";
import { MOST_LOADING_MS, type StandIn } from "./stand-in";

/** How long a worker may take to hear Stop: a pocket model's step is far shorter. */
const PATIENCE_MS = 2000;

/** One thing a learner asked for, on this machine or from the recording. */
interface Work {
  /** Who does it; the policy where nothing is said. */
  choice?: Choice;
  live: (signal: AbortSignal) => Promise<void>;
  recorded: (signal: AbortSignal) => Promise<void>;
}

/**
 * What a lesson has the worker do: one thing at a time, once all others have ended, and giving way when one of them begins, to go on after it.
 * Where the model is not there in time, or not at all, recorded samples stand in.
 */
export class LessonJob {
  readonly job: Job<"writing">;
  #standIn = $state.raw<StandIn | null>(null);
  #work: Work | null = null;
  /** Who works, or did last. */
  #choice = $state.raw<Choice | null>(null);
  /** Whether the work was begun, and gave way to another view. */
  #gaveWay = $state(false);
  readonly #library: Library;
  readonly #others: Writer;

  constructor(library: Library, others: Writer) {
    this.#library = library;
    this.#others = others;
    this.job = new Job(library, () => PATIENCE_MS);
    $effect.root(() => {
      $effect(() => (this.other ? untrack(() => this.#giveWay()) : untrack(() => this.#begin())));
    });
  }

  readonly busy = $derived.by(() => this.job.busy || this.job.status === "waiting");
  /** The view that is using the model; empty while none is. */
  get other() {
    return this.#others.name;
  }
  /** Null while this machine writes the samples itself. */
  get standIn() {
    return this.#standIn;
  }
  get gaveWay() {
    return this.#gaveWay;
  }
  get choice(): Choice {
    return this.#choice ?? this.#library.find(MODELS[0]!.id)!;
  }
  /** Whether the model is there after all. */
  readonly ready = $derived.by(() => this.#library.heldAs(this.choice.id, "auto") !== null);

  /** Has recorded samples stand in, from now on or for what is being written. */
  async standInFor(why: StandIn | null): Promise<void> {
    this.#standIn = why;
    this.#gaveWay = false;
    if (!why || why.why === "asked") await this.job.settle();
    else this.job.stop();
  }

  /** Does it, or waits for the others to end first. */
  run(work: Work): Promise<void> {
    if (this.busy) return this.job.underWay;
    this.#gaveWay = false;
    this.#waitFor(work);
    return this.job.underWay;
  }

  stop(): void {
    this.#gaveWay = false;
    this.job.stop();
  }

  stopOthers(): void {
    this.#others.stop();
  }

  loadAgain = (signal: AbortSignal) => this.#library.load(this.choice, "auto", () => {}, signal);

  #waitFor(work: Work): void {
    this.#work = work;
    this.job.become("waiting", "");
    if (!this.other || this.#standIn) this.#begin();
  }

  #begin(): void {
    const work = this.#work;
    if (this.job.status !== "waiting" || !work) return;
    this.#gaveWay = false;
    this.job.begin(() => this.#do(work));
  }

  /** Whoever else has begun goes first; the lesson goes on by itself. */
  #giveWay(): void {
    if (!this.job.busy || this.#standIn) return;
    this.#gaveWay = true;
    this.job.stop();
  }

  async #do(work: Work): Promise<void> {
    if (!this.#standIn) await this.#doLive(work);
    if (this.#gaveWay && this.job.status === "stopped") return this.#waitFor(work);
    if (!this.#standIn) return;
    this.job.begin(() => this.#doRecorded(work));
    await this.job.underWay;
  }

  async #doLive({ live, choice }: Work): Promise<void> {
    const { job } = this;
    this.#choice = choice ?? null;
    const { signal } = job;
    try {
      if (!(await this.#loadInTime())) return;
      signal.throwIfAborted();
      job.become("writing");
      await live(signal);
      job.become(signal.aborted ? "stopped" : "finished");
    } catch (error) {
      const end = job.endOf(error);
      if (end === "failed") this.#standIn = { why: "failed", reason: sentenceOf(error) };
      job.become(end, end === "failed" ? "" : job.reason);
    }
  }

  /** False if it is not there in time: it then goes on being loaded. */
  async #loadInTime(): Promise<boolean> {
    const load = this.job.load(this.choice, "auto");
    const late = Promise.withResolvers<"late">();
    const timer = setTimeout(() => late.resolve("late"), MOST_LOADING_MS);
    const first = await Promise.race([load, late.promise]).finally(() => clearTimeout(timer));
    if (first !== "late") return true;
    load.catch(() => {}); // The recorded run stands in already.
    this.#standIn = { why: "loading" };
    return false;
  }

  async #doRecorded({ recorded }: Work): Promise<void> {
    const { job } = this;
    job.become("writing");
    await recorded(job.signal);
    job.become(job.signal.aborted ? "stopped" : "finished");
  }
}

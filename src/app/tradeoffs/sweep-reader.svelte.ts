import type { Lab, Role } from "../../lab/lab";
import { drawnPool, type Method } from "../../lab/methods/method";
import { roleLab, type RoleWriter } from "../../lab/role-lab";
import { readingCounts } from "../../lab/sweep/reading-counts";
import { sampleCounts } from "../../lab/sweep/problem-outcome";
import type { LoadProgress } from "../library.svelte";
import { PromptRefused } from "../reading/prompt-refused";
import type { RoleModels } from "../reading/role-models.svelte";
import type { Sweep } from "./sweep.svelte";
import type { SweepLog } from "./sweep-log.svelte";
import { untilAborted } from "./until-aborted";

/** How far it is, in problems. */
export interface ReadingProgress {
  read: number;
  of: number;
}

/** Who reads. */
export type RoleReaders = Pick<RoleModels, "choices" | "writer">;

interface Asked {
  /** Those that are chosen; they may change meanwhile. */
  methods: () => readonly Method[];
  signal: AbortSignal;
}

/** Has other models read a sweep's samples, problem by problem, and keeps what they write. */
export class SweepReader {
  #progress = $state.raw<ReadingProgress | null>(null);
  #loading = $state.raw<{ role: Role; progress: LoadProgress } | null>(null);
  #notes = $state.raw<readonly string[]>([]);
  readonly #openRoles: () => Promise<RoleReaders>;
  readonly #log: SweepLog;

  constructor(openRoles: () => Promise<RoleReaders>, log: SweepLog) {
    this.#openRoles = openRoles;
    this.#log = log;
  }

  get progress() {
    return this.#progress;
  }
  /** A model that is on its way. */
  get loading() {
    return this.#loading;
  }
  /** What befell it on the way, in sentences. */
  get notes() {
    return this.#notes;
  }

  forget(): void {
    this.#notes = [];
  }

  /** Goes on at the first reading that is missing. However it ends, what was written is kept. Rejects when stopped. */
  async read(sweep: Sweep, { methods, signal }: Asked): Promise<void> {
    const [before, started] = [sweep.record.activeMs, performance.now()];
    try {
      const models = await this.#openRoles();
      sweep.update({ status: "running", readFor: methods().map(({ id }) => id) });
      await this.#log.save(sweep.record);
      await this.#log.saveReadings(sweep.record, sweep.forgetOtherReaders(models.choices));
      for (let read = ""; read !== idsOf(methods());) {
        read = idsOf(methods()); // Those that are chosen on the way lack the problems that were read before.
        await this.#readAll(sweep, models, { methods, signal });
      }
      await sweep.settle();
    } finally {
      this.#progress = this.#loading = null;
      const activeMs = before + performance.now() - started;
      sweep.update({ status: sweep.record.status, activeMs });
    }
  }

  async #readAll(sweep: Sweep, models: RoleReaders, { methods, signal }: Asked): Promise<void> {
    const whole = [...sweep.problems.keys()].filter((problem) => sweep.whole(problem));
    const writer = models.writer((role) => ({
      signal,
      onLoading: (progress) => !signal.aborted && (this.#loading = { role, progress }),
    }));
    for (const [read, problem] of whole.entries()) {
      signal.throwIfAborted();
      this.#progress = { read, of: whole.length };
      await this.#readWell(sweep, problem, methods(), { models, writer, signal });
    }
  }

  /** Once more where a worker was lost. */
  async #readWell(
    sweep: Sweep,
    problem: number,
    methods: readonly Method[],
    readers: Readers,
  ): Promise<void> {
    try {
      await this.#readProblem(sweep, problem, methods, readers);
    } catch (error) {
      if (readers.signal.aborted) throw error;
      this.#note("A model that reads was lost and has been started again.");
      await this.#readProblem(sweep, problem, methods, readers);
    }
  }

  async #readProblem(
    sweep: Sweep,
    problem: number,
    methods: readonly Method[],
    { models, writer, signal }: Readers,
  ): Promise<void> {
    const known = sweep.exchangesOf(problem);
    const lab = roleLab(sweep.askedOf(problem), writer, {
      known,
      onExchange: (exchange) => {
        if (signal.aborted) return;
        const { role } = exchange;
        this.#loading = null;
        sweep.addExchange(problem, {
          ...exchange,
          model: models.choices[role].id,
          trained: writer.isTrained(role),
        });
      },
    });
    try {
      for (const method of methods) await this.#readFor(method, { sweep, problem, lab, signal });
    } finally {
      const exchanges = sweep.exchangesOf(problem);
      if (exchanges.length > known.length) {
        sweep.workAgain(problem);
        await this.#log.saveReadings(sweep.record, [{ problem, exchanges: [...exchanges] }]);
      }
    }
  }

  /** At each number of samples; where a prompt is too long, those with more are too. */
  async #readFor(
    method: Method,
    { sweep, problem, lab, signal }: { sweep: Sweep; problem: number; lab: Lab; signal: AbortSignal },
  ): Promise<void> {
    const pool = drawnPool(sweep.whole(problem)!);
    try {
      for (const count of readingCounts(sampleCounts(sweep.samples)))
        await untilAborted(method.run(pool, count, lab), signal);
    } catch (error) {
      if (!(error instanceof PromptRefused)) throw error;
      sweep.refuseReading(problem);
      this.#note(`Of some problems not everything was read: ${error.message}`);
    }
  }

  #note(sentence: string): void {
    if (!this.#notes.includes(sentence)) this.#notes = [...this.#notes, sentence];
  }
}

interface Readers {
  models: RoleReaders;
  writer: RoleWriter;
  signal: AbortSignal;
}

const idsOf = (methods: readonly Method[]) => methods.map(({ id }) => id).join();

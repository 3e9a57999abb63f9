import type { Sample } from "../../../workers/protocol";
import type { Candidate } from "../../lab/candidates";
import type { Role } from "../../lab/lab";
import { drawnPool, type Method } from "../../lab/methods/method";
import { READING_METHODS } from "../../lab/methods/reading";
import { type AskedProblem, type Exchange, roleLab } from "../../lab/role-lab";
import type { Selection } from "../../lab/selectors/selector";
import type { LoadProgress } from "../library.svelte";
import { sentenceOf } from "../sentence-of";
import type { RoleModels } from "./role-models.svelte";

/** What a method that asks other models made of the samples. */
export interface Read {
  method: Method;
  selection: Selection | null;
  /** What it took, what others had asked before it included only where it waited for it. */
  ms: number;
}

/** What a role is writing now. */
export interface Writing {
  role: Role;
  text: string;
}

export type ReadingStatus = "idle" | "reading" | "finished" | "stopped" | "failed";

/** The samples of one run, read by a judge and an aggregator: method after method, each with its answer, tokens and time. */
export class Readings {
  #status = $state<ReadingStatus>("idle");
  #reason = $state("");
  #reads = $state.raw<readonly Read[]>([]);
  #writing = $state.raw<Writing | null>(null);
  #loading = $state.raw<{ role: Role; progress: LoadProgress } | null>(null);
  #exchanges: readonly Exchange[] = [];
  #abort = new AbortController();
  readonly #models: RoleModels;

  constructor(models: RoleModels) {
    this.#models = models;
  }

  readonly busy = $derived(this.#status === "reading");

  get status() {
    return this.#status;
  }
  get reason() {
    return this.#reason;
  }
  /** In the order in which they ended. */
  get reads() {
    return this.#reads;
  }
  get writing() {
    return this.#writing;
  }
  get loading() {
    return this.#loading;
  }
  /** All that was asked and written: enough to show the same again without a model. */
  get exchanges() {
    return this.#exchanges;
  }

  /** Other samples are shown, which nobody has read, or which were read when these were written. */
  clear(exchanges: readonly Exchange[] = []): void {
    this.stop();
    this.#abort = new AbortController();
    this.#reads = [];
    this.#exchanges = exchanges;
    this.#status = "idle";
    this.#reason = "";
  }

  /** Stops what is being written; what was read stays. */
  stop(): void {
    this.#abort.abort();
  }

  /** Has the samples read. Never rejects. */
  async read(
    problem: AskedProblem,
    candidates: readonly Candidate[],
    methods = READING_METHODS,
  ): Promise<void> {
    if (this.busy) return;
    const abort = (this.#abort = new AbortController());
    this.#status = "reading";
    this.#reason = "";
    try {
      await this.#readAll(problem, candidates, methods, abort.signal);
      if (this.#abort === abort) this.#status = "finished";
    } catch (error) {
      if (this.#abort !== abort) return; // Other samples are shown by now.
      this.#status = abort.signal.aborted ? "stopped" : "failed";
      this.#reason = abort.signal.aborted ? "" : sentenceOf(error);
    } finally {
      if (this.#abort === abort) this.#writing = this.#loading = null;
    }
  }

  async #readAll(
    problem: AskedProblem,
    candidates: readonly Candidate[],
    methods: readonly Method[],
    signal: AbortSignal,
  ): Promise<void> {
    const isShown = () => !signal.aborted;
    const writer = this.#models.writer((role) => ({
      signal,
      onLoading: (progress) => isShown() && (this.#loading = { role, progress }),
      onSample: (_, { text }: Sample) => {
        if (!isShown()) return;
        this.#loading = null;
        this.#writing = { role, text };
      },
    }));
    const lab = roleLab(problem, writer, {
      known: this.#exchanges,
      onExchange: (exchange) => isShown() && (this.#exchanges = [...this.#exchanges, exchange]),
    });
    for (const method of methods) {
      const started = performance.now();
      const selection = await method.run(drawnPool(candidates), candidates.length, lab);
      signal.throwIfAborted();
      const read = { method, selection, ms: performance.now() - started };
      this.#reads = [...this.#reads.filter((one) => one.method.id !== method.id), read];
    }
  }
}

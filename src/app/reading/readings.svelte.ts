import type { PromptSamples } from "../../../workers/protocol/prompts";
import type { Candidate } from "../../lab/candidates";
import type { Role } from "../../lab/lab";
import { drawnPool, type Method } from "../../lab/methods/method";
import { READING_METHODS } from "../../lab/methods/reading";
import { type AskedProblem, roleLab, type RoleWriter } from "../../lab/role-lab";
import type { Selection } from "../../lab/selectors/selector";
import type { RoleExchange, RunReadings } from "../../storage/run-record";
import type { LoadProgress } from "../library.svelte";
import { sentenceOf } from "../sentence-of";
import { exchangeListener } from "./exchange-listener";
import type { RoleModels } from "./role-models.svelte";
import { replayed } from "./replayed";

export type { RoleExchange };

/** What a method that asks other models made of the samples. */
export interface Read {
  method: Method;
  selection: Selection | null;
}

/** What a role is writing now. */
export interface Writing {
  role: Role;
  prompt: string;
  text: string;
  /** Which of the prompts that are answered together, from 0, and of how many. */
  at: number;
  of: number;
}

export type ReadingStatus = "idle" | "reading" | "finished" | "stopped" | "failed";

/** The samples of one run, read by a judge and an aggregator: method after method, each with its answer and all that was written for it. */
export class Readings {
  #status = $state<ReadingStatus>("idle");
  #reason = $state("");
  #asked = $state.raw<readonly Method[]>([]);
  #reads = $state.raw<readonly Read[]>([]);
  #now = $state.raw<Method | null>(null);
  #writing = $state.raw<Writing | null>(null);
  #loading = $state.raw<{ role: Role; progress: LoadProgress } | null>(null);
  #exchanges = $state.raw<readonly RoleExchange[]>([]);
  #wrote = $state.raw<RunReadings["models"]>({});
  #abort = new AbortController();
  readonly #models: Pick<RoleModels, "choices" | "writer">;

  constructor(models: Pick<RoleModels, "choices" | "writer">) {
    this.#models = models;
  }

  readonly busy = $derived.by(() => this.#status === "reading");
  /** Methods that have yet to read the samples, or that another model than the chosen one did it for. */
  readonly left = $derived.by(() =>
    READING_METHODS.filter(
      (method) => !this.#reads.some((read) => read.method === method && this.#isOfChosen(method)),
    ),
  );

  get status() {
    return this.#status;
  }
  get reason() {
    return this.#reason;
  }
  /** What the last reading was asked for. */
  get asked() {
    return this.#asked;
  }
  get reads() {
    return this.#reads;
  }
  /** The method for which somebody reads. */
  get now() {
    return this.#now;
  }
  get writing() {
    return this.#writing;
  }
  get loading() {
    return this.#loading;
  }
  get exchanges() {
    return this.#exchanges;
  }
  /** Whose readings these are. */
  get wrote() {
    return this.#wrote;
  }
  /** All that is needed to show the same again without a model; undefined while nothing was read. */
  get kept(): RunReadings | undefined {
    if (this.#exchanges.length === 0) return undefined;
    const methods = this.#reads.map(({ method }) => method.id);
    return { methods, models: this.#wrote, exchanges: [...this.#exchanges] };
  }

  /** Other samples are shown, which nobody has read. */
  clear(): void {
    this.stop();
    this.#abort = new AbortController();
    this.#asked = this.#reads = [];
    this.#exchanges = [];
    this.#wrote = {};
    this.#now = this.#writing = this.#loading = null;
    this.#status = "idle";
    this.#reason = "";
  }

  /** Shows what was read of these samples before. */
  async replay(problem: AskedProblem, candidates: readonly Candidate[], kept: RunReadings): Promise<void> {
    this.clear();
    const { signal } = this.#abort;
    const reads = await replayed(problem, candidates, kept);
    if (signal.aborted || this.busy) return;
    this.#exchanges = kept.exchanges;
    this.#wrote = kept.models;
    this.#reads = reads;
    this.#asked = reads.map(({ method }) => method);
    this.#status = "finished";
  }

  /** Stops what is being written; what was read stays. */
  stop(): void {
    this.#abort.abort();
  }

  /** Has the samples read; `onRead` is told of each method that came to its end. Never rejects. */
  async read(
    problem: AskedProblem,
    candidates: readonly Candidate[],
    methods: readonly Method[] = READING_METHODS,
    onRead: () => void = () => {},
  ): Promise<void> {
    if (this.busy) return;
    const abort = (this.#abort = new AbortController());
    this.#forgetOthers(methods);
    this.#asked = READING_METHODS.filter(
      (one) => methods.includes(one) || this.#reads.some(({ method }) => method === one),
    );
    this.#status = "reading";
    this.#reason = "";
    try {
      await this.#readAll(problem, candidates, methods, abort.signal, onRead);
      if (this.#abort === abort) this.#status = "finished";
    } catch (error) {
      if (this.#abort !== abort) return; // Other samples are shown by now.
      this.#status = abort.signal.aborted ? "stopped" : "failed";
      this.#reason = abort.signal.aborted ? "" : sentenceOf(error);
    } finally {
      if (this.#abort === abort) this.#now = this.#writing = this.#loading = null;
    }
  }

  async #readAll(
    problem: AskedProblem,
    candidates: readonly Candidate[],
    methods: readonly Method[],
    signal: AbortSignal,
    onRead: () => void,
  ): Promise<void> {
    const lab = roleLab(problem, this.#writer(signal), { known: this.#exchanges });
    for (const method of methods) {
      this.#now = method;
      const selection = await method.run(drawnPool(candidates), candidates.length, lab);
      signal.throwIfAborted();
      const reads = [...this.#reads.filter((one) => one.method !== method), { method, selection }];
      this.#reads = READING_METHODS.flatMap((one) => reads.find((read) => read.method === one) ?? []);
      onRead();
    }
  }

  #writer(signal: AbortSignal): RoleWriter {
    const models = this.#models;
    return {
      isTrained: (role) => models.writer(() => ({ signal })).isTrained(role),
      write: (role, prompts, temperature) => {
        this.#wrote = { ...this.#wrote, [role]: models.choices[role].id };
        const listener = this.#listener(role, prompts, temperature, signal);
        return models.writer(() => listener).write(role, prompts, temperature);
      },
    };
  }

  #listener(role: Role, prompts: readonly PromptSamples[], temperature: number, signal: AbortSignal) {
    const keep = (exchange: RoleExchange) => (this.#exchanges = [...this.#exchanges, exchange]);
    const { onPrompt, onSample } = exchangeListener({ role, prompts, temperature }, keep);
    const isShown = () => !signal.aborted && this.#abort.signal === signal;
    return {
      signal,
      onPrompt,
      onLoading: (progress: LoadProgress) => void (isShown() && (this.#loading = { role, progress })),
      onSample: (...[at, sample]: Parameters<typeof onSample>) => {
        if (!isShown()) return;
        this.#loading = null;
        const prompt = prompts[at]!.messages[0]!.content;
        this.#writing = { role, prompt, text: sample.text, at, of: prompts.length };
        onSample(at, sample);
      },
    };
  }

  #isOfChosen({ needs = [] }: Method): boolean {
    return needs.every((role) => [undefined, this.#models.choices[role].id].includes(this.#wrote[role]));
  }

  /** What another model wrote in a role that is asked now is not mixed with what this one will. */
  #forgetOthers(methods: readonly Method[]): void {
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- gone when this returns
    const roles = new Set(methods.flatMap(({ needs = [] }) => needs));
    const changed = [...roles].filter(
      (role) => ![undefined, this.#models.choices[role].id].includes(this.#wrote[role]),
    );
    this.#exchanges = this.#exchanges.filter(({ role }) => !changed.includes(role));
    this.#reads = this.#reads.filter(({ method }) => !method.needs?.some((role) => changed.includes(role)));
  }
}

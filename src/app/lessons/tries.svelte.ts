import { MODELS } from "../../../models";
import type { GenerationRequest, Sample } from "../../../workers/protocol";
import type { LanguageClient } from "../../client/language-client";
import { generateSteadily } from "../../client/steady-run";
import { emptySamples, foldEvent } from "../../lab/fold-events";
import { type RecordedTry, retold } from "../../lab/lessons/recorded";
import { SECOND_SAMPLE, type TriedId, triedProblem } from "../../lab/lessons/second-sample";
import { problemOutcome } from "../../lab/sweep/problem-outcome";
import type { ProblemOutcome } from "../../metrics/outcomes";
import { eachFrame } from "../each-frame";
import { Tally } from "../tally.svelte";
import type { LessonJob } from "./lesson-job.svelte";
import { Readable } from "./readable";

const model = MODELS[0]!;

/** All numbers of tries that the figures show. */
const COUNTS = Array.from({ length: SECOND_SAMPLE.samples }, (_, i) => i + 1);

/** A learner's tries at one problem: a pool that grows from step to step. */
export class Tries {
  readonly problem: ReturnType<typeof triedProblem>;
  readonly tally = new Tally();
  #outcome = $state.raw<ProblemOutcome | null>(null);
  readonly #client: LanguageClient;
  readonly #job: LessonJob;
  readonly #recorded: readonly RecordedTry[];

  constructor(id: TriedId, client: LanguageClient, job: LessonJob, recorded: readonly RecordedTry[]) {
    this.problem = triedProblem(id);
    this.#client = client;
    this.#job = job;
    this.#recorded = recorded;
    this.clear();
  }

  /** What 1 to 16 of them come to, once all are there. */
  get outcome() {
    return this.#outcome;
  }
  readonly whole = $derived.by(() => this.tally.finished >= SECOND_SAMPLE.samples);
  readonly right = $derived.by(() => this.tally.candidates.filter(({ correct }) => correct).length);
  readonly last = $derived.by(() => this.tally.candidates.at(-1));

  clear(): void {
    this.tally.show([], this.problem.answer);
    this.#outcome = null;
  }

  /** Writes more until there are so many. */
  async drawUpTo(count: number): Promise<void> {
    if (this.tally.finished >= count || this.#job.busy) return;
    await this.#job.run({
      live: (signal) => this.#write(count, signal, (add, from) => this.#generate(from, count, signal, add)),
      recorded: (signal) =>
        this.#write(count, signal, (add, from) => {
          for (const event of retold(this.#recorded.slice(from, count), from)) add(event);
          return Promise.resolve();
        }),
    });
  }

  async #generate(from: number, count: number, signal: AbortSignal, add: Readable["add"]): Promise<void> {
    const { client, job } = { client: this.#client, job: this.#job };
    const request = requestOf(this.problem.question, from, count - from);
    await generateSteadily({ client, request, loadAgain: job.loadAgain, onEvent: add, signal });
  }

  /**
   * Shows what `tell` adds with every frame, behind the tries there are. Only whole ones are kept, so that the next ones follow on.
   */
  async #write(
    count: number,
    signal: AbortSignal,
    tell: (add: Readable["add"], from: number) => Promise<void>,
  ): Promise<void> {
    const from = this.tally.finished;
    let samples: readonly Sample[] = [...this.tally.samples, ...emptySamples(count - from, from)];
    const readable = new Readable((event) => (samples = foldEvent(samples, event)), signal);
    const stopShowing = eachFrame(() => this.tally.show(samples));
    try {
      await tell((event) => event.type !== "finished" && readable.add(event), from);
      await readable.end();
    } finally {
      stopShowing();
      const cut = samples.findIndex(({ finish }) => !finish || finish === "cancelled");
      this.tally.show(cut < 0 ? samples : samples.slice(0, cut));
    }
    if (this.whole) this.#outcome = await problemOutcome(0, this.tally.candidates, [], COUNTS);
  }
}

function requestOf(question: string, firstSample: number, samples: number): GenerationRequest {
  const { temperature, topP, maxTokens } = model.recommended;
  return {
    model: model.id,
    messages: [{ role: "user", content: question }],
    samples,
    firstSample,
    sampling: { temperature, topP, maxTokens, topK: 0, minP: 0, stop: [], seed: SECOND_SAMPLE.seed },
  };
}

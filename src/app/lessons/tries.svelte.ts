import { MODELS } from "../../../models";
import type { GenerationEvent, GenerationRequest } from "../../../workers/protocol";
import type { LanguageClient } from "../../client/language-client";
import { generateSteadily } from "../../client/steady-run";
import { emptySamples, foldEvent } from "../../lab/fold-events";
import { type RecordedTry, retold } from "../../lab/lessons/recorded";
import { problemOutcome } from "../../lab/sweep/problem-outcome";
import type { Problem } from "../../lab/tasks/task";
import type { ProblemOutcome } from "../../metrics/outcomes";
import { Tally } from "../tally.svelte";
import type { LessonJob } from "./lesson-job.svelte";
import { showPaced } from "./paced";

const model = MODELS[0]!;

/** How many tries there are at most, and the seed of them all. */
interface Draw {
  samples: number;
  seed: number;
}

/** Who writes, and when. */
export interface Desk {
  client: LanguageClient;
  job: LessonJob;
}

/** A learner's tries at one problem: a pool that grows from step to step. */
export class Tries {
  readonly problem: Problem;
  readonly tally = new Tally();
  #outcome = $state.raw<ProblemOutcome | null>(null);
  readonly #draw: Draw;
  readonly #desk: Desk;
  readonly #recorded: readonly RecordedTry[];

  constructor(problem: Problem, draw: Draw, desk: Desk, recorded: readonly RecordedTry[]) {
    this.problem = problem;
    this.#draw = draw;
    this.#desk = desk;
    this.#recorded = recorded;
    this.clear();
  }

  /** What 1 to all of them come to, once all are there. */
  get outcome() {
    return this.#outcome;
  }
  readonly whole = $derived.by(() => this.tally.finished >= this.#draw.samples);
  readonly right = $derived.by(() => this.tally.candidates.filter(({ correct }) => correct).length);
  readonly last = $derived.by(() => this.tally.candidates.at(-1));

  clear(): void {
    this.tally.show([], this.problem.answer);
    this.#outcome = null;
  }

  /** Writes more until there are so many; all of them where nothing is said. */
  async drawUpTo(count = this.#draw.samples): Promise<void> {
    const { job } = this.#desk;
    if (this.tally.finished >= count || job.busy) return;
    await job.run({
      live: (signal) => this.#write(count, signal, (add, from) => this.#generate(from, count, signal, add)),
      recorded: (signal) =>
        this.#write(count, signal, (add, from) => {
          for (const event of retold(this.#recorded.slice(from, count), from)) add(event);
        }),
    });
  }

  /** Has all recorded tries, at once, for what was recorded about them. False where they are there already. */
  async takeRecorded(): Promise<boolean> {
    let samples: ReturnType<typeof foldEvent> = emptySamples(this.#recorded.length);
    for (const event of retold(this.#recorded)) samples = foldEvent(samples, event);
    const shown = this.tally.samples;
    if (samples.every(({ text }, at) => text === shown[at]?.text)) return false;
    this.tally.show(samples);
    await this.#count();
    return true;
  }

  async #generate(from: number, count: number, signal: AbortSignal, add: (event: GenerationEvent) => void) {
    const { client, job } = this.#desk;
    const request = requestOf(this.problem.question, from, count - from, this.#draw.seed);
    await generateSteadily({ client, request, loadAgain: job.loadAgain, onEvent: add, signal });
  }

  /** Behind the tries there are. */
  async #write(
    count: number,
    signal: AbortSignal,
    tell: (add: (event: GenerationEvent) => void, from: number) => Promise<void> | void,
  ): Promise<void> {
    const from = this.tally.finished;
    await showPaced({
      samples: [...this.tally.samples, ...emptySamples(count - from, from)],
      tell: (add) => tell(add, from),
      show: (samples) => this.tally.show(samples),
      signal,
    });
    if (this.whole) await this.#count();
  }

  async #count(): Promise<void> {
    const counts = Array.from({ length: this.#draw.samples }, (_, i) => i + 1);
    this.#outcome = await problemOutcome(0, this.tally.candidates, [], counts);
  }
}

function requestOf(question: string, firstSample: number, samples: number, seed: number): GenerationRequest {
  const { temperature, topP, maxTokens } = model.recommended;
  return {
    model: model.id,
    messages: [{ role: "user", content: question }],
    samples,
    firstSample,
    sampling: { temperature, topP, maxTokens, topK: 0, minP: 0, stop: [], seed },
  };
}

import { methodsFor } from "../../lab/recorded/recorded-outcomes";
import type { RecordedSetProblem, RunOrigin } from "../../lab/recorded/recorded-set";
import { asShown } from "../../lab/sweep/as-shown";
import { sampleCounts } from "../../lab/sweep/problem-outcome";
import type { Outcomes, ProblemOutcome } from "../../metrics/outcomes";
import { sentenceOf } from "../sentence-of";
import type { RecordedSource } from "./recorded-source";
import type { Shown } from "./shown";

/** The figures follow so often at most, and only when there is that much more to see: of many problems each drawing takes long. */
const SHOW_EVERY_MS = 500;
const SHOW_GROWTH = 1.25;

/** Samples that were drawn elsewhere or before, and what they come to. */
export class Recorded implements Shown {
  readonly name: string;
  readonly origin: RunOrigin | null;
  readonly problemCount: number;
  readonly samples: number;
  readonly #source: RecordedSource;
  readonly #base: Omit<Outcomes, "problems">;
  #outcomes = $state.raw() as Outcomes;
  #fault = $state("");

  constructor(source: RecordedSource) {
    this.name = source.name;
    this.origin = source.origin;
    this.problemCount = source.count;
    this.samples = source.samples;
    this.#source = source;
    const methods = methodsFor(source).map(asShown);
    this.#base = { counts: sampleCounts(source.samples), methods };
    this.#show([]);
    void this.#take();
  }

  get outcomes() {
    return this.#outcomes;
  }
  /** Why the figures show no more than they do; empty while they go on, or show all. */
  get fault() {
    return this.#fault;
  }

  problemsAt(numbers: readonly number[]): Promise<readonly RecordedSetProblem[]> {
    return this.#source.problemsAt(numbers);
  }

  /** Lets go of the samples. */
  end(): void {
    this.#source.end();
  }

  async #take(): Promise<void> {
    const done: ProblemOutcome[] = [];
    let shownAt = -Infinity;
    try {
      await this.#source.outcomes((some) => {
        done.push(...some);
        const isMore = done.length >= SHOW_GROWTH * this.#outcomes.problems.length;
        if (!isMore || performance.now() - shownAt < SHOW_EVERY_MS) return;
        this.#show([...done]);
        shownAt = performance.now();
      });
      this.#show(done);
    } catch (error) {
      this.#fault = sentenceOf(error);
    }
  }

  #show(problems: readonly ProblemOutcome[]): void {
    this.#outcomes = { ...this.#base, problems };
  }
}

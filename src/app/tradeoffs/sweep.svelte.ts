import type { Sample } from "../../../workers/protocol";
import { loadMathematics } from "../../lab/answers/compare";
import { equivalent } from "../../lab/answers/equivalence";
import { type Equal, toCandidate } from "../../lab/candidates";
import type { RecordedSetProblem } from "../../lab/recorded/recorded-set";
import { Pools } from "../../lab/sweep/pools";
import { type Portion, portionsLeft } from "../../lab/sweep/portions";
import type { SweepProblem } from "../../lab/sweep/sweep-problem";
import type { SweepRecord, SweepSample } from "../../storage/sweep-record";
import { breathing } from "../breathing";
import { Results } from "./results.svelte";
import type { Shown } from "./shown";
import { problemsOf } from "./sweep-spec";

/** A sweep with the samples that there are of it, whether it is being written or not. */
export class Sweep implements Shown {
  readonly problems: readonly SweepProblem[];
  #record = $state.raw() as SweepRecord;
  #count = $state(0);
  #tokens = $state(0);
  #refused = $state.raw<readonly { problem: number; reason: string }[]>([]);
  readonly #pools: Pools;
  readonly #results: Results;

  readonly #equal: Equal;

  private constructor(record: SweepRecord, problems: readonly SweepProblem[], equal: Equal) {
    this.#record = record;
    this.problems = problems;
    this.#equal = equal;
    this.#pools = new Pools(problems.length, record.spec.samples);
    this.#results = new Results(record.spec.samples);
  }

  /** With what was stored of it. */
  static async open(record: SweepRecord, stored: readonly SweepSample[] = []): Promise<Sweep> {
    const breathe = breathing();
    const problems = await problemsOf(record.spec, breathe);
    const sweep = new Sweep(record, problems, await equalFor(record.spec));
    for (const { problem, written } of stored) {
      if (sweep.problems[problem] && written.sample < sweep.samples) sweep.add(problem, written);
      await breathe();
    }
    return sweep;
  }

  get record() {
    return this.#record;
  }
  get samples() {
    return this.#record.spec.samples;
  }
  get outcomes() {
    return this.#results.outcomes;
  }
  /** How many samples are there, of how many. */
  get count() {
    return this.#count;
  }
  get total() {
    return (this.problems.length - this.#refused.length) * this.samples;
  }
  /** Of all samples that are there. */
  get tokens() {
    return this.#tokens;
  }
  /** Problems that the model cannot read, and why. */
  get refused() {
    return this.#refused;
  }

  update(change: Partial<Pick<SweepRecord, "status" | "reason" | "activeMs">>): void {
    const { reason: _, ...record } = this.#record;
    this.#record = { ...record, ...change };
  }

  /** False if it was there already: one that is written again is the same. */
  add(problem: number, sample: Sample): boolean {
    if (this.#pools.has(problem, sample.sample)) return false;
    this.#pools.add(problem, toCandidate(sample, this.problems[problem]!.answer, this.#equal));
    this.#tokens += sample.tokens;
    this.#count = this.#pools.count;
    const whole = this.#pools.whole(problem);
    if (whole) this.#results.add(problem, whole);
    return true;
  }

  refuse(problem: number, reason: string): void {
    this.#refused = [...this.#refused.filter((one) => one.problem !== problem), { problem, reason }];
  }

  /** What is left to write. */
  portionsLeft(): Portion[] {
    return portionsLeft(this.problems, this.samples, (problem) => this.#pools.whole(problem) !== null);
  }

  get problemCount() {
    return this.problems.length;
  }

  problemsAt(numbers: readonly number[]): Promise<readonly RecordedSetProblem[]> {
    const found = numbers.map((number) => ({
      ...this.problems[number]!,
      candidates: this.#pools.there(number),
    }));
    return Promise.resolve(found);
  }

  /** Resolves when the figures show all samples that are there. */
  settle(): Promise<void> {
    return this.#results.settle();
  }
}

/** Imported problems may have answers that only mathematics can compare; generated ones have numbers. */
async function equalFor({ problems }: SweepRecord["spec"]): Promise<Equal> {
  if ("task" in problems) return equivalent;
  const decide = await loadMathematics();
  return (answer, expected) => equivalent(answer, expected) || decide(expected, answer).verdict === "equal";
}

import type { Sample } from "../../../workers/protocol";
import { type Candidate, toCandidate } from "../../lab/candidates";
import { groupCandidates } from "../../lab/group-candidates";
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
  readonly #breathe = breathing();

  private constructor(record: SweepRecord, problems: readonly SweepProblem[]) {
    this.#record = record;
    this.problems = problems;
    this.#pools = new Pools(problems.length, record.spec.samples);
    this.#results = new Results(record.spec.samples, { group: (problem) => this.#group(problem) });
  }

  /** With what was stored of it. */
  static async open(record: SweepRecord, stored: readonly SweepSample[] = []): Promise<Sweep> {
    const breathe = breathing();
    const problems = await problemsOf(record.spec, breathe);
    const sweep = new Sweep(record, problems);
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
    this.#pools.add(problem, toCandidate(sample, this.problems[problem]!.answer));
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

  candidatesOf(problem: number): readonly Candidate[] {
    return this.#pools.there(problem);
  }

  /** Resolves when the figures show all samples that are there, and those of other problems are grouped too. */
  async settle(): Promise<void> {
    await this.#results.settle();
    for (const problem of this.problems.keys()) if (!this.#pools.whole(problem)) await this.#group(problem);
  }

  /** Samples come with plain keys; where their answers need more than that, it takes a moment to compare them. */
  async #group(problem: number): Promise<readonly Candidate[]> {
    const { answer } = this.problems[problem]!;
    const there = this.#pools.there(problem);
    const grouping = { expected: answer, breathe: this.#breathe };
    const grouped = await groupCandidates(there, grouping).catch(() => there); // It cannot be loaded: keys must do.
    for (const candidate of grouped) this.#pools.add(problem, candidate);
    return grouped;
  }
}

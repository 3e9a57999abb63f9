import type { Sample } from "../../../workers/protocol";
import type { PromptSamples } from "../../../workers/protocol/prompts";
import { type Candidate, toCandidate } from "../../lab/candidates";
import { groupCandidates } from "../../lab/group-candidates";
import { knownLab } from "../../lab/known-lab";
import type { Lab, Role } from "../../lab/lab";
import { type Method, METHODS } from "../../lab/methods";
import type { AskedProblem } from "../../lab/role-lab";
import { readOutcomes, type ReadOutcome } from "../../lab/recorded/read-outcomes";
import type { RecordedSetProblem } from "../../lab/recorded/recorded-set";
import { drawingMethods, Enough, mayStopEarly } from "../../lab/sweep/enough";
import { Pools } from "../../lab/sweep/pools";
import { type Portion, portionSize, portionsLeft } from "../../lab/sweep/portions";
import { sampleCounts } from "../../lab/sweep/problem-outcome";
import { readingCounts } from "../../lab/sweep/reading-counts";
import { nextRound, ROUND } from "../../lab/sweep/rounds";
import type { SweepProblem } from "../../lab/sweep/sweep-problem";
import type { KeptExchange, SweepReadings } from "../../storage/reading-record";
import type { SweepRecord, SweepSample } from "../../storage/sweep-record";
import { breathing } from "../breathing";
import { Results } from "./results.svelte";
import type { Shown } from "./shown";
import { problemsOf } from "./sweep-spec";

/** A sweep with the samples that there are of it, whether it is being written or not. */
export class Sweep implements Shown {
  readonly problems: readonly SweepProblem[];
  /** Whether it is written in rounds, since its methods may have enough of a problem early. */
  readonly stopsEarly: boolean;
  #record = $state.raw() as SweepRecord;
  #count = $state(0);
  #tokens = $state(0);
  #refused = $state.raw<readonly { problem: number; reason: string }[]>([]);
  readonly #pools: Pools;
  readonly #enough: Enough;
  readonly #results: Results;
  readonly #breathe = breathing();
  /** By number of the problem: what other models wrote about its samples. */
  readonly #exchanges: KeptExchange[][] = [];
  /** Problems of which a model cannot read everything. */
  #unreadable = $state.raw<readonly number[]>([]);

  private constructor(record: SweepRecord, problems: readonly SweepProblem[]) {
    const { methods, samples } = record.spec;
    this.#record = record;
    this.problems = problems;
    this.stopsEarly = mayStopEarly(methods, samples);
    this.#pools = new Pools(problems.length, samples);
    this.#enough = new Enough(samples);
    this.#results = new Results(
      samples,
      (problem, candidates) => this.#group(problem, candidates),
      (problem) => this.#labOf(problem),
    );
  }

  /** With what was stored of it. */
  static async open(
    record: SweepRecord,
    stored: readonly SweepSample[] = [],
    readings: readonly SweepReadings[] = [],
  ): Promise<Sweep> {
    const breathe = breathing();
    const problems = await problemsOf(record.spec, breathe);
    const sweep = new Sweep(record, problems);
    for (const { problem, exchanges } of readings) sweep.#exchanges[problem] = exchanges;
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
  /** How many samples are there, of how many at most. */
  get count() {
    return this.#count;
  }
  get total() {
    return this.asked * this.samples;
  }
  /** Problems that the model can read, as far as is known. */
  get asked() {
    return this.problems.length - this.#refused.length;
  }
  /** Of all samples that are there. */
  get tokens() {
    return this.#tokens;
  }
  /** Problems that the model cannot read, and why. */
  get refused() {
    return this.#refused;
  }

  /** Of how many problems there are all samples that these methods need. */
  enoughFor(methods: readonly string[]): number {
    return this.#count > 0 ? this.#enough.count(this.#needing(methods)) : 0;
  }

  update(change: Partial<Pick<SweepRecord, "status" | "reason" | "activeMs" | "readFor">>): void {
    const { reason: _, ...record } = this.#record;
    this.#record = { ...record, ...change };
  }

  /** False if it was there already: one that is written again is the same. */
  add(problem: number, sample: Sample): boolean {
    if (this.#pools.has(problem, sample.sample)) return false;
    this.#pools.add(problem, toCandidate(sample, this.problems[problem]!.answer));
    this.#tokens += sample.tokens;
    const methods = this.#needing(this.record.spec.methods);
    const had = this.#enough.has(problem, methods);
    const beginning = this.#pools.beginning(problem);
    if (this.stopsEarly || beginning.length === this.samples) this.#enough.look(problem, beginning);
    this.#count = this.#pools.count;
    if (!had && this.#enough.has(problem, methods)) this.#work(problem, methods);
    if (this.stopsEarly) this.#workAnew();
    return true;
  }

  refuse(problem: number, reason: string): void {
    this.#refused = [...this.#refused.filter((one) => one.problem !== problem), { problem, reason }];
    if (this.stopsEarly) this.#workAnew();
  }

  /** At most so much is written by one worker at once. */
  get together(): { problems: number; samples: number } {
    const problems = this.stopsEarly ? 1 : portionSize(this.samples);
    return { problems, samples: this.stopsEarly ? ROUND : problems * this.samples };
  }

  /** What is left to write for these methods. */
  portionsLeft(methods: readonly string[]): Portion[] {
    if (!this.stopsEarly)
      return portionsLeft(this.problems, this.samples, (problem) => this.#pools.whole(problem) !== null);
    return [...this.problems.keys()].flatMap((problem) => {
      const prompts = this.roundOf(problem, methods);
      return prompts ? { problems: [problem], prompts } : [];
    });
  }

  /** What is written next of a problem; null where these methods have enough of it, or it is not written in rounds. */
  roundOf(problem: number, methods: readonly string[]): PromptSamples[] | null {
    const isDone =
      this.#enough.has(problem, this.#needing(methods)) ||
      this.#refused.some((one) => one.problem === problem);
    if (!this.stopsEarly || isDone) return null;
    return [nextRound(this.problems[problem]!, this.#pools.beginning(problem).length, this.samples)];
  }

  /** As a method is asked it. */
  askedOf(problem: number): AskedProblem {
    const { question, answer, seed } = this.problems[problem]!;
    return { question, seed, expected: answer };
  }

  /** All samples of a problem; null while some are missing. */
  whole(problem: number): readonly Candidate[] | null {
    return this.#pools.whole(problem);
  }

  /** What other models wrote about a problem's samples. */
  exchangesOf(problem: number): readonly KeptExchange[] {
    return this.#exchanges[problem] ?? [];
  }

  /** What that came to, method by method. */
  async readOutcomesOf(problem: number): Promise<ReadOutcome[]> {
    const [whole, lab] = [this.whole(problem), this.#labOf(problem)];
    return whole && lab ? readOutcomes(whole, readingCounts(sampleCounts(this.samples)), lab) : [];
  }

  addExchange(problem: number, exchange: KeptExchange): void {
    this.#exchanges[problem] = [...this.exchangesOf(problem), exchange];
  }

  /** Forgets what other models than these wrote, so that all figures are one model's, and tells of which problems that was. */
  forgetOtherReaders(choices: Readonly<Record<Role, { id: string }>>): SweepReadings[] {
    const isOne = ({ role, model }: KeptExchange) => choices[role].id === model;
    const changed = [...this.problems.keys()].filter((problem) => !this.exchangesOf(problem).every(isOne));
    this.#unreadable = [];
    for (const problem of changed) {
      this.#exchanges[problem] = this.exchangesOf(problem).filter(isOne);
      this.workAgain(problem);
    }
    return changed.map((problem) => ({ problem, exchanges: this.#exchanges[problem]! }));
  }

  refuseReading(problem: number): void {
    this.#unreadable = [...this.#unreadable, problem];
  }

  /** Something was written about its samples. */
  workAgain(problem: number): void {
    const whole = this.#pools.whole(problem);
    if (whole) this.#results.add(problem, whole);
  }

  /** Of how many problems everything was read that these methods need. */
  readFor(methods: readonly Method[]): number {
    const { counts, methods: all, problems } = this.outcomes;
    const places = methods.map(({ id }) => all.findIndex((one) => one.id === id));
    const looked = readingCounts(counts).map((count) => counts.indexOf(count));
    return problems.filter(
      (one) =>
        this.#unreadable.includes(one.problem) ||
        places.every((place) => looked.every((at) => !Number.isNaN(one.methods[place]![at]!.tokens))),
    ).length;
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

  /** Resolves when the figures show all samples that are there, and those of other problems are grouped too. */
  async settle(): Promise<void> {
    await this.#results.settle();
    for (const problem of this.problems.keys())
      if (!this.#pools.whole(problem)) await this.#group(problem, this.#pools.there(problem));
  }

  /** Samples come with plain keys; where their answers need more than that, it takes a moment to compare them. */
  async #group(problem: number, candidates: readonly Candidate[]): Promise<readonly Candidate[]> {
    const { answer } = this.problems[problem]!;
    const grouping = { expected: answer, breathe: this.#breathe };
    const grouped = await groupCandidates(candidates, grouping).catch(() => candidates); // It cannot be loaded: keys must do.
    for (const candidate of grouped) this.#pools.add(problem, candidate);
    return grouped;
  }

  /** All methods where it is not written in rounds; those that it was begun for where none is chosen. */
  #needing(chosen: readonly string[]): readonly Method[] {
    if (!this.stopsEarly) return METHODS.filter(({ needsScores }) => !needsScores);
    const methods = drawingMethods(chosen);
    return methods.length > 0 ? methods : drawingMethods(this.#record.spec.methods);
  }

  /** Knows what other models wrote; undefined where nobody has read anything. */
  #labOf(problem: number): Lab | undefined {
    const known = this.exchangesOf(problem);
    return known.length > 0 ? knownLab(this.askedOf(problem), known) : undefined;
  }

  #work(problem: number, by: readonly Method[]): void {
    const stopped = this.stopsEarly ? { by, after: ROUND } : undefined;
    this.#results.add(problem, this.#pools.beginning(problem), stopped);
  }

  /** Once no sample is missing any more, none was left out for what others had said. */
  #workAnew(): void {
    if (this.#count < this.total) return;
    for (const problem of this.problems.keys()) {
      const whole = this.#pools.whole(problem);
      if (whole) this.#results.add(problem, whole);
    }
  }
}

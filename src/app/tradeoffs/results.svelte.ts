import type { Candidate } from "../../lab/candidates";
import { type Method, METHODS } from "../../lab/methods";
import { problemOutcome, sampleCounts } from "../../lab/sweep/problem-outcome";
import type { Outcomes, ProblemOutcome } from "../../metrics/outcomes";
import { breathing } from "../breathing";

/** The figures follow at most so often: each drawing of them takes some milliseconds. */
const SHOW_EVERY_MS = 500;

type Group = (problem: number, candidates: readonly Candidate[]) => Promise<readonly Candidate[]>;

/** What the problems of a sweep came to, worked out one by one between frames as they become whole. */
export class Results {
  #outcomes: Outcomes = $state.raw({ counts: [], methods: [], problems: [] });
  readonly #counts: readonly number[];
  readonly #methods: readonly Method[];
  readonly #group: Group | undefined;
  /** By number of the problem. */
  readonly #done: ProblemOutcome[] = [];
  readonly #waiting: { problem: number; candidates: readonly Candidate[] }[] = [];
  #working: Promise<void> | null = null;

  /**
   * `samples`: the most of any problem. Some methods are only for samples that a judge has `scored`. `group` groups a problem's
   * samples by their answers where that was not done before.
   */
  constructor(samples: number, { scored = false, group }: { scored?: boolean; group?: Group } = {}) {
    this.#group = group;
    this.#counts = sampleCounts(samples);
    this.#methods = METHODS.filter(({ needsScores }) => scored || !needsScores);
    this.#show();
  }

  get outcomes() {
    return this.#outcomes;
  }

  add(problem: number, candidates: readonly Candidate[]): void {
    this.#waiting.push({ problem, candidates });
    this.#working ??= this.#work();
  }

  /** Resolves when all that was added is shown. */
  async settle(): Promise<void> {
    await this.#working;
  }

  async #work(): Promise<void> {
    const breathe = breathing();
    let shownAt = performance.now();
    for (let next = this.#waiting.pop(); next; next = this.#waiting.pop()) {
      const { problem } = next;
      const candidates = (await this.#group?.(problem, next.candidates)) ?? next.candidates;
      this.#done[problem] = await problemOutcome(problem, candidates, this.#methods, this.#counts);
      await breathe();
      if (performance.now() - shownAt < SHOW_EVERY_MS) continue;
      this.#show();
      shownAt = performance.now();
    }
    this.#working = null;
    this.#show();
  }

  #show(): void {
    const problems = this.#done.filter((outcome) => outcome !== undefined);
    this.#outcomes = { counts: this.#counts, methods: this.#methods, problems };
  }
}

import type { Candidate } from "../../lab/candidates";
import type { Lab } from "../../lab/lab";
import type { Method } from "../../lab/methods";
import { ALL_METHODS } from "../../lab/methods/reading";
import { asShown } from "../../lab/sweep/as-shown";
import { problemOutcome, sampleCounts, type StoppedEarly } from "../../lab/sweep/problem-outcome";
import type { Outcomes, ProblemOutcome } from "../../metrics/outcomes";
import { breathing } from "../breathing";

/** The figures follow at most so often: each drawing of them takes some milliseconds. */
const SHOW_EVERY_MS = 500;

interface Added {
  candidates: readonly Candidate[];
  stopped: StoppedEarly | undefined;
}

type Group = (problem: number, candidates: readonly Candidate[]) => Promise<readonly Candidate[]>;

/** Undefined where nobody has read the problem's samples. */
type LabOf = (problem: number) => Lab | undefined;

/** What the problems of a sweep came to, worked out one by one between frames as they become whole. */
export class Results {
  #outcomes: Outcomes = $state.raw({ counts: [], methods: [], problems: [] });
  readonly #counts: readonly number[];
  readonly #methods: readonly Method[];
  readonly #group: Group | undefined;
  readonly #labOf: LabOf | undefined;
  /** By number of the problem. */
  readonly #done: ProblemOutcome[] = [];
  /** By number of the problem: what was added last holds. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing is drawn from what waits
  readonly #waiting = new Map<number, Added>();
  #working: Promise<void> | null = null;

  /**
   * `samples`: the most of any problem. `group` groups a problem's samples by their answers, where that was not done before;
   * `labOf` knows what other models have written about them.
   */
  constructor(samples: number, group?: Group, labOf?: LabOf) {
    this.#group = group;
    this.#labOf = labOf;
    this.#counts = sampleCounts(samples);
    this.#methods = ALL_METHODS.filter(({ needsScores }) => !needsScores); // No judge has scored them.
    this.#show();
  }

  get outcomes() {
    return this.#outcomes;
  }

  /** Each time with all samples of the problem that are to count. */
  add(problem: number, candidates: readonly Candidate[], stopped?: StoppedEarly): void {
    this.#waiting.set(problem, { candidates, stopped });
    this.#working ??= this.#work();
  }

  /** Resolves when all that was added is shown. */
  async settle(): Promise<void> {
    await this.#working;
  }

  async #work(): Promise<void> {
    const breathe = breathing();
    let shownAt = performance.now();
    for (const [problem, added] of this.#waiting) {
      this.#waiting.delete(problem);
      const candidates = (await this.#group?.(problem, added.candidates)) ?? added.candidates;
      this.#done[problem] = await problemOutcome(
        problem,
        candidates,
        this.#methods,
        this.#counts,
        added.stopped,
        this.#labOf?.(problem),
      );
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
    const methods = this.#methods.map(asShown);
    this.#outcomes = { counts: this.#counts, methods, problems };
  }
}

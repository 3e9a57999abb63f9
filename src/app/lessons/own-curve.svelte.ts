import type { LanguageClient } from "../../client/language-client";
import type { RecordedLesson } from "../../lab/lessons/recorded";
import { SECOND_SAMPLE } from "../../lab/lessons/second-sample";
import { seededRandom, shuffle } from "../../lab/random";
import { generatedProblems } from "../../lab/sweep/sweep-problem";
import { wordProblems } from "../../lab/tasks/word-problems";
import { accuracyCurve, type VotedProblem } from "../../metrics/accuracy-curve";
import { nextTask } from "../next-task";
import type { LessonJob } from "./lesson-job.svelte";
import { tooSlow } from "./stand-in";
import { voteLive } from "./vote-live";

/** From one recorded problem to the next. */
const RECORDED_EVERY_MS = 150;
/** As many curves stay to be compared. */
const MOST_KEPT = 6;

/** The votes over some problems, as they come. */
interface Drawn {
  /** Which problems they are. */
  draw: number;
  recorded: boolean;
  problems: readonly VotedProblem[];
}

/** The learner's own curve, over few problems; earlier ones stay beside it. */
export class OwnCurve {
  #drawn = $state.raw<readonly Drawn[]>([]);
  #tokens = $state(0);
  readonly #client: LanguageClient;
  readonly #job: LessonJob;
  readonly #recorded: RecordedLesson;

  constructor(client: LanguageClient, job: LessonJob, recorded: RecordedLesson) {
    this.#client = client;
    this.#job = job;
    this.#recorded = recorded;
  }

  /** The newest last. */
  readonly curves = $derived.by(() =>
    this.#drawn
      .filter(({ problems }) => problems.length > 0)
      .map(({ problems }) => accuracyCurve(this.#recorded.counts, problems)),
  );
  get newest(): Drawn | undefined {
    return this.#drawn.at(-1);
  }
  /** Written so far for the newest, by this machine. */
  get tokens() {
    return this.#tokens;
  }

  clear(): void {
    this.#drawn = [];
  }

  /** Draws a curve over so many problems; those that were drawn whole before stay. */
  draw(draw: number, count: number): Promise<void> {
    const voted: number[] = [];
    return this.#job.run({
      live: (signal) => this.#write(draw, count, voted, signal),
      recorded: (signal) => this.#replay(draw, count, signal),
    });
  }

  #begin(draw: number, count: number, recorded: boolean): void {
    const whole = this.#drawn.filter(({ problems }) => problems.length >= count);
    this.#drawn = [...whole, { draw, recorded, problems: [] }].slice(-MOST_KEPT);
    this.#tokens = 0;
  }

  #add(problem: VotedProblem): void {
    const newest = this.newest!;
    this.#drawn = [...this.#drawn.slice(0, -1), { ...newest, problems: [...newest.problems, problem] }];
  }

  /** Has this machine write what is missing: `voted` are the problems that were voted on before it gave way. */
  async #write(draw: number, count: number, voted: number[], signal: AbortSignal): Promise<void> {
    if (voted.length === 0) this.#begin(draw, count, false);
    const set = { task: wordProblems.id, level: SECOND_SAMPLE.level, count, seed: draw };
    const problems = await generatedProblems(set, nextTask);
    const before = this.#tokens;
    const expected = (count - voted.length) * SECOND_SAMPLE.samples * this.#recorded.curve[0]!.tokens;
    const begun = performance.now();
    await voteLive({
      client: this.#client,
      problems,
      loadAgain: this.#job.loadAgain,
      voted,
      onVoted: (number, problem) => {
        voted.push(number);
        this.#add(problem);
      },
      onTokens: (tokens) => {
        this.#tokens = before + tokens;
        const seconds = tooSlow({ ms: performance.now() - begun, tokens, expected });
        if (seconds !== null && !signal.aborted) void this.#job.standInFor({ why: "writing", seconds });
      },
      signal,
    });
  }

  async #replay(draw: number, count: number, signal: AbortSignal): Promise<void> {
    this.#begin(draw, count, true);
    const chosen = shuffle(seededRandom("recorded curve", draw), this.#recorded.problems).slice(0, count);
    for (const problem of chosen) {
      await new Promise((resolve) => setTimeout(resolve, RECORDED_EVERY_MS));
      if (signal.aborted) return;
      this.#add(problem);
    }
  }
}

import type { LanguageClient } from "../../client/language-client";
import { SECOND_SAMPLE } from "../../lab/lessons/second-sample";
import { RECORDED } from "../../lab/lessons/second-sample-recorded";
import type { Writer } from "../bench.svelte";
import type { Complaint } from "../complaints.svelte";
import type { Library } from "../library.svelte";
import { LessonJob } from "./lesson-job.svelte";
import { type LessonPlace, lessonLink, readLesson } from "./lesson-link";
import { OwnCurve } from "./own-curve.svelte";
import { Tries } from "./tries.svelte";

export const STEPS = 6;

const DEFAULTS: LessonPlace = {
  step: 1,
  problems: SECOND_SAMPLE.ownProblems,
  draw: null,
  recorded: false,
};

/** “What does a second sample buy?”: where the learner stands, what they guessed, and all that was drawn on the way. */
export class SecondSample {
  readonly recorded = RECORDED;
  readonly job: LessonJob;
  /** A problem whose mistakes scatter, and one where most tries share a mistake. */
  readonly scattered: Tries;
  readonly shared: Tries;
  readonly curve: OwnCurve;
  /** What the learner guessed at each step. */
  readonly guesses: Record<number, string> = $state({});
  #place = $state.raw(DEFAULTS);
  #complaints = $state.raw<readonly Complaint[]>([]);

  constructor(client: LanguageClient, library: Library, others: Writer) {
    this.job = new LessonJob(library, others);
    this.scattered = new Tries("scattered", client, this.job, RECORDED.tries.scattered);
    this.shared = new Tries("shared", client, this.job, RECORDED.tries.shared);
    this.curve = new OwnCurve(client, this.job, RECORDED);
  }

  get place() {
    return this.#place;
  }
  get complaints() {
    return this.#complaints;
  }

  openLink(params: URLSearchParams): void {
    const { place, complaints } = readLesson(params, DEFAULTS, STEPS);
    const before = this.#place;
    this.#place = place;
    this.#complaints = complaints;
    if (place.recorded && !before.recorded) void this.showRecorded();
    if (!place.recorded && before.recorded) void this.useThisMachine();
  }

  link(step = this.#place.step): string {
    return lessonLink({ ...this.#place, step }, DEFAULTS);
  }

  /** From now on recorded samples stand in for this machine's. */
  async showRecorded(): Promise<void> {
    this.#place = { ...this.#place, recorded: true };
    await this.job.standInFor({ why: "asked" });
  }

  /** Gives up what was recorded: what is drawn from now on is this machine's own. */
  async useThisMachine(): Promise<void> {
    this.#place = { ...this.#place, recorded: false };
    await this.job.standInFor(null);
    this.scattered.clear();
    this.shared.clear();
    this.curve.clear();
  }

  /** Over the problems that the link names, or the next ones. */
  drawCurve(): Promise<void> {
    const known = this.#place.draw;
    const again = known !== null && this.curve.newest?.draw !== known;
    const draw = again ? known : 1 + Math.floor(Math.random() * 99_999);
    this.#place = { ...this.#place, draw };
    return this.curve.draw(draw, this.#place.problems);
  }
}

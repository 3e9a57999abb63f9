import type { LanguageClient } from "../../client/language-client";
import { SECOND_SAMPLE, triedProblem } from "../../lab/lessons/second-sample";
import { RECORDED } from "../../lab/lessons/second-sample-recorded";
import type { Writer } from "../bench.svelte";
import type { Library } from "../library.svelte";
import { type LessonAddress, type LessonPlace, wholeNumber } from "./lesson-link";
import { Lesson } from "./lesson.svelte";
import { OwnCurve } from "./own-curve.svelte";
import { Tries } from "./tries.svelte";

interface Place extends LessonPlace {
  /** Of the learner's own curve. */
  problems: number;
  /** Which problems: the same number draws the same ones. Null: whichever. */
  draw: number | null;
}

const ADDRESS: LessonAddress<Place> = {
  id: "second-sample",
  steps: 6,
  defaults: { step: 1, problems: SECOND_SAMPLE.ownProblems, draw: null, recorded: false },
  settings: [wholeNumber("problems", "Problems", 2, 100), wholeNumber("draw", "Draw", 1, 99_999)],
};

/** “What does a second sample buy?”: all that was drawn on the way. */
export class SecondSample extends Lesson<Place> {
  readonly recorded = RECORDED;
  /** A problem whose mistakes scatter, and one where most tries share a mistake. */
  readonly scattered: Tries;
  readonly shared: Tries;
  readonly curve: OwnCurve;

  constructor(client: LanguageClient, library: Library, others: Writer) {
    super(ADDRESS, library, others);
    const { job } = this;
    const { tries } = RECORDED;
    this.scattered = new Tries(triedProblem("scattered"), SECOND_SAMPLE, { client, job }, tries.scattered);
    this.shared = new Tries(triedProblem("shared"), SECOND_SAMPLE, { client, job }, tries.shared);
    this.curve = new OwnCurve(client, job, RECORDED);
  }

  /** Over the problems that the link names, or the next ones. */
  drawCurve(): Promise<void> {
    const known = this.place.draw;
    const again = known !== null && this.curve.newest?.draw !== known;
    const draw = again ? known : 1 + Math.floor(Math.random() * 99_999);
    this.move({ draw });
    return this.curve.draw(draw, this.place.problems);
  }

  protected clear(): void {
    this.scattered.clear();
    this.shared.clear();
    this.curve.clear();
  }
}

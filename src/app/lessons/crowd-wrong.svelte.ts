import { judgeBefore, ROLE_MODELS } from "../../../models/roles";
import type { LanguageClient } from "../../client/language-client";
import { type Candidate, toCandidate } from "../../lab/candidates";
import {
  aggregatorPrompt,
  CROWD_WRONG,
  crowdProblem,
  type JudgeId,
  judgePrompt,
  PAIR_ORDERS,
  type PairOrder,
  pairOf,
  preferredIn,
  type StudyId,
} from "../../lab/lessons/crowd-wrong";
import { RECORDED_CROWD } from "../../lab/lessons/crowd-wrong-recorded";
import type { RecordedTry } from "../../lab/lessons/recorded";
import type { Writer } from "../bench.svelte";
import type { Library } from "../library.svelte";
import type { LessonAddress, LessonPlace } from "./lesson-link";
import { Lesson } from "./lesson.svelte";
import { LessonReadings } from "./readings.svelte";
import { Tries } from "./tries.svelte";

const ADDRESS: LessonAddress<LessonPlace> = {
  id: "crowd-wrong",
  steps: 6,
  defaults: { step: 1, recorded: false },
  settings: [],
};

const CARDS = { aggregator: ROLE_MODELS.aggregator, before: judgeBefore, after: ROLE_MODELS.judge };

/** “When the crowd is wrong”: tries at two problems, and what was read of those at the second. */
export class CrowdWrong extends Lesson {
  readonly recorded = RECORDED_CROWD;
  /** A problem whose vote is right, and one whose vote is wrong though some tries are right. */
  readonly kept: Tries;
  readonly outvoted: Tries;
  readonly #readings: LessonReadings;

  constructor(client: LanguageClient, library: Library, others: Writer) {
    super(ADDRESS, library, others);
    const desk = { client, job: this.job };
    const triesOf = (id: StudyId) => {
      const { problem, tries } = RECORDED_CROWD.studies[id];
      return new Tries(crowdProblem(problem), CROWD_WRONG, desk, tries);
    };
    this.kept = triesOf("kept");
    this.outvoted = triesOf("outvoted");
    this.#readings = new LessonReadings(desk);
  }

  /** The right try and the wrong one that the judges weigh; null while they are not drawn. */
  readonly pair = $derived.by(() => (this.outvoted.whole ? pairOf(this.outvoted.tally.candidates) : null));

  /** What the aggregator wrote when it was shown so many attempts. */
  aggregated(count: number): Candidate | undefined {
    const sample = this.#readings.of(`aggregator ${count}`);
    return sample && toCandidate(sample, this.outvoted.problem.answer);
  }

  /** What a judge wrote of the pair in that order, and which of the two it prefers, once it has said it. */
  judged(judge: JudgeId, order: PairOrder) {
    const sample = this.#readings.of(`${judge} ${order}`);
    return sample && { sample, prefers: sample.finish ? preferredIn(sample.text, order) : undefined };
  }

  /** Shows the aggregator the first so many tries, which are drawn where they are not there. */
  async aggregate(count: number): Promise<void> {
    const { outvoted } = this;
    await outvoted.drawUpTo();
    if (!outvoted.whole) return;
    await this.#readings.read({
      key: `aggregator ${count}`,
      card: CARDS.aggregator,
      prompt: () => aggregatorPrompt(outvoted.problem.question, outvoted.tally.candidates, count),
      recorded: () =>
        this.#recorded(RECORDED_CROWD.aggregated[CROWD_WRONG.shown.findIndex((n) => n === count)]!),
    });
  }

  /** Shows a judge the pair in both orders. */
  async judge(judge: JudgeId): Promise<void> {
    const { outvoted } = this;
    await outvoted.drawUpTo();
    if (outvoted.whole && !this.pair) await this.#takeRecorded(); // On this machine no try is right, or all are.
    for (const order of PAIR_ORDERS) {
      const { pair } = this;
      if (!pair) return;
      await this.#readings.read({
        key: `${judge} ${order}`,
        card: CARDS[judge],
        prompt: () => judgePrompt(outvoted.problem.question, pair, order),
        recorded: () => this.#recorded(RECORDED_CROWD.judged[judge][order]),
      });
      if (!this.judged(judge, order)?.sample.finish) return; // It was stopped.
    }
  }

  protected clear(): void {
    this.kept.clear();
    this.outvoted.clear();
    this.#readings.clear();
  }

  /** What was recorded is of the recorded tries. */
  async #recorded(written: RecordedTry): Promise<RecordedTry> {
    await this.#takeRecorded();
    return written;
  }

  async #takeRecorded(): Promise<void> {
    if (await this.outvoted.takeRecorded()) this.#readings.clear();
  }
}

import type { RecordedSetProblem } from "../../lab/recorded/recorded-set";
import type { Outcomes } from "../../metrics/outcomes";

/** Problems with their samples and what these came to: a sweep of this page, or samples that were recorded. */
export interface Shown {
  readonly problemCount: number;
  /** The most of any problem. */
  readonly samples: number;
  readonly outcomes: Outcomes;
  /** Problems by their numbers, with the samples that are there, in the order of theirs. */
  problemsAt(numbers: readonly number[]): Promise<readonly RecordedSetProblem[]>;
}

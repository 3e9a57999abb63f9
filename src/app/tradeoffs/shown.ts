import type { Candidate } from "../../lab/candidates";
import type { Outcomes } from "../../metrics/outcomes";

/** Problems with their samples and what these came to: a sweep of this page, or samples that were recorded. */
export interface Shown {
  readonly problems: readonly ShownProblem[];
  /** The most of any problem. */
  readonly samples: number;
  readonly outcomes: Outcomes;
  /** Those that are there, in the order of their numbers. */
  candidatesOf(problem: number): readonly Candidate[];
}

export interface ShownProblem {
  id: string;
  question: string;
  answer: string;
}

import type { Place } from "./row";

/** One sample that another tool drew. */
export interface RecordedSample {
  /** Null where only its answer was recorded. */
  text: string | null;
  answer: string | null;
  /** Equal for equal answers to one problem; null without one. */
  key: string | null;
  correct: boolean;
  /** NaN where it was not recorded, as the next. */
  tokens: number;
  /** Of the whole sample, in nats. */
  logprob: number;
}

/** A problem with the samples that a row has of it: all of them, or, in a file with a row per sample, one. */
export interface RecordedProblem extends Place {
  /** Of the problem in the file, from 0 in the order of their first rows; rows of one problem have the same. */
  number: number;
  /** One sample, of which other rows may have more. */
  isPart: boolean;
  /** Empty where the file does not say. */
  question: string;
  /** Null where the file says only which samples are right. */
  answer: string | null;
  samples: RecordedSample[];
  /** A judge's or reward model's, one per sample; null where the row has none. */
  scores: number[] | null;
  /** All that the row holds, also what plays no role. */
  cells: Readonly<Record<string, unknown>>;
}

import { MOST_ATTEMPTS } from "../methods/aggregation/attempts";

/** The numbers of samples at which these are read: one alone needs no reader, and more than an aggregator takes no longer are. */
export const readingCounts = (counts: readonly number[]): number[] =>
  counts.filter((count) => count >= 2 && count <= MOST_ATTEMPTS);

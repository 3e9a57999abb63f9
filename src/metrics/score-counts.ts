import type { JudgedPair } from "./judge-worth";

/** How many right and wrong solutions got a score. */
export interface ScoreCount {
  score: number;
  /** Indexes of their pairs. */
  right: readonly number[];
  wrong: readonly number[];
}

const STEPS = 10;

/**
 * Counts for 0, 1 … 10, each score at the nearest of them; where scores lie beyond that, for as many steps from the lowest to the highest.
 * Without a score is 0.
 */
export function scoreCounts(pairs: readonly JudgedPair[]): ScoreCount[] {
  const scored = pairs.flatMap(({ index, scores }) => {
    return scores ? [{ index, right: scores[0] ?? 0, wrong: scores[1] ?? 0 }] : [];
  });
  const all = scored.flatMap(({ right, wrong }) => [right, wrong]);
  const low = Math.min(0, ...all);
  const step = (Math.max(low + STEPS, ...all) - low) / STEPS;
  const having = (side: "right" | "wrong", place: number) =>
    scored.filter((one) => Math.round((one[side] - low) / step) === place).map(({ index }) => index);
  return Array.from({ length: STEPS + 1 }, (_, place) => ({
    score: low + place * step,
    right: having("right", place),
    wrong: having("wrong", place),
  }));
}

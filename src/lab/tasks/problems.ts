import type { Problem, Split, Task } from "./task";

/** Problems of one seed have numbers of their own, so that two seeds below this many problems never share one. */
const NUMBERS_PER_SEED = 10_000_000;

export interface ProblemSet {
  level: number;
  count: number;
  seed: number;
  split: Split;
}

/** A level whose numbers are so small that it has no more problems to hold out. Those there are have been given by then. */
export class TooFewProblems extends RangeError {}

/** `count` problems of one level, in order. Held-out sets hold no program twice; training may repeat one in other words. */
export function* problems(task: Task, { level, count, seed, split }: ProblemSet): Generator<Problem> {
  const seen = new Set<string>();
  const giveUp = count * 50 + 1000;
  for (let tried = 0, made = 0; made < count; tried++) {
    if (tried > giveUp)
      throw new TooFewProblems(
        `level ${level} has fewer than ${count} different ${split} problems (found ${made})`,
      );
    const problem = task.problem(level, seed * NUMBERS_PER_SEED + tried, split);
    if (split !== "train" && seen.has(problem.hash)) continue;
    seen.add(problem.hash);
    made++;
    yield problem;
  }
}

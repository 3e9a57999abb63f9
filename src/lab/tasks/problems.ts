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

/** Tries in a row that find nothing new, after which there is taken to be nothing more. */
const GIVE_UP = 5000;

/** `count` problems of one level, in order. Held-out sets hold no program twice; training may repeat one in other words. */
export function* problems(task: Task, set: ProblemSet): Generator<Problem> {
  for (const problem of triedProblems(task, set)) if (problem) yield problem;
}

/** The same, with null for each try that found none: where tries are many, others can be let in between. */
export function* triedProblems(
  task: Task,
  { level, count, seed, split }: ProblemSet,
): Generator<Problem | null> {
  const seen = new Set<string>();
  let inVain = 0;
  for (let tried = 0, made = 0; made < count; tried++) {
    if (inVain > GIVE_UP)
      throw new TooFewProblems(
        `level ${level} has fewer than ${count} different ${split} problems (found ${made})`,
      );
    const problem = task.problem(level, seed * NUMBERS_PER_SEED + tried, split);
    if (split !== "train" && seen.has(problem.hash)) {
      inVain++;
      yield null;
      continue;
    }
    seen.add(problem.hash);
    inVain = 0;
    made++;
    yield problem;
  }
}

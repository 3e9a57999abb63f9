import { problems, TooFewProblems } from "../../lab/tasks/problems";
import type { Problem } from "../../lab/tasks/task";
import type { EvalOptions } from "./options";

/** The problems to measure on: as many as were asked for, or all there are where a level has fewer. */
export function problemSet({ task, level, split, seed, count }: EvalOptions): Problem[] {
  const found: Problem[] = [];
  try {
    for (const problem of problems(task, { level, count, seed, split })) found.push(problem);
  } catch (error) {
    if (!(error instanceof TooFewProblems) || found.length === 0) throw error;
  }
  return found;
}

import { TASKS } from ".";
import type { Problem, Split } from "./task";

const SPLITS: readonly Split[] = ["train", "test", "novel"];

/** The generated problem that an id names, or null where it names none. */
export function problemOfId(id: string): Problem | null {
  const [name, level, split, number, ...more] = id.split("/");
  const task = TASKS.find((one) => one.id === name);
  const known = SPLITS.find((one) => one === split);
  if (!task || !known || more.length > 0) return null;
  try {
    const problem = task.problem(Number(level), Number(number), known);
    return problem.id === id ? problem : null;
  } catch (error) {
    if (error instanceof RangeError) return null; // No such level, or no such problem in it.
    throw error;
  }
}

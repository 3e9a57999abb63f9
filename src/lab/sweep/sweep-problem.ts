import { hash32 } from "../random";
import { TASKS } from "../tasks";
import { TooFewProblems, triedProblems } from "../tasks/problems";
import type { Problem } from "../tasks/task";

/** One of a sweep's problems. */
export interface SweepProblem {
  /** The same for the same problem in any sweep. */
  id: string;
  question: string;
  answer: string;
  /** Of its samples. One seed for all problems would favour the same sample numbers throughout. */
  seed: number;
}

/**
 * The first `count` held-out problems of a task's level; all there are where it has fewer. `breathe` is awaited between
 * tries, of which a small level needs many. Rejects for an unknown task.
 */
export async function generatedProblems(
  set: { task: string; level: number; count: number; seed: number },
  breathe: () => Promise<void> | undefined = () => undefined,
): Promise<SweepProblem[]> {
  const task = TASKS.find(({ id }) => id === set.task);
  if (!task)
    throw new RangeError(`there is no task "${set.task}"; there are ${TASKS.map(({ id }) => id).join(", ")}`);
  const found: SweepProblem[] = [];
  try {
    for (const problem of triedProblems(task, { ...set, split: "test" })) {
      if (problem) found.push(sweepProblem(problem));
      await breathe();
    }
  } catch (error) {
    if (!(error instanceof TooFewProblems)) throw error;
  }
  return found;
}

const sweepProblem = ({ id, question, answer }: Problem) => ({ id, question, answer, seed: hash32(id) });

/** Problems that came from a file; `seed` draws other samples of the same ones. */
export function importedProblems(
  items: readonly { question: string; answer: string }[],
  seed: number,
): SweepProblem[] {
  return items.map(({ question, answer }, index) => {
    const id = `imported/${index}`;
    return { id, question, answer, seed: hash32(`${seed}/${index}/${question}`) };
  });
}

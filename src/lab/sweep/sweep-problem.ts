import { hash32 } from "../random";
import { TASKS } from "../tasks";
import { problems, TooFewProblems } from "../tasks/problems";

/** One of a sweep's problems. */
export interface SweepProblem {
  /** The same for the same problem in any sweep. */
  id: string;
  question: string;
  answer: string;
  /** Of its samples. One seed for all problems would favour the same sample numbers throughout. */
  seed: number;
}

/** The first `count` held-out problems of a task's level; all there are where it has fewer. Throws for an unknown task. */
export function generatedProblems(set: {
  task: string;
  level: number;
  count: number;
  seed: number;
}): SweepProblem[] {
  const task = TASKS.find(({ id }) => id === set.task);
  if (!task)
    throw new RangeError(`there is no task "${set.task}"; there are ${TASKS.map(({ id }) => id).join(", ")}`);
  const found: SweepProblem[] = [];
  try {
    for (const { id, question, answer } of problems(task, { ...set, split: "test" }))
      found.push({ id, question, answer, seed: hash32(id) });
  } catch (error) {
    if (!(error instanceof TooFewProblems)) throw error;
  }
  return found;
}

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

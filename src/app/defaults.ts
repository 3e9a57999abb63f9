import { MODELS } from "../../models";
import type { Task } from "../lab/tasks/task";
import { firstProblem } from "../lab/tasks/word-problems/first-problem";
import { LEVELS } from "../lab/tasks/word-problems/levels";
import type { Experiment } from "./settings";

export const wordProblemLevels: Task["levels"] = LEVELS;

const model = MODELS[0]!;

/** What the page opens with, and what a link that leaves a setting out means. */
export const defaultExperiment: Experiment = {
  level: firstProblem.level,
  problem: firstProblem.number,
  question: firstProblem.question,
  expected: firstProblem.answer,
  model: model.id,
  device: "auto",
  samples: 16,
  seed: 1,
  memory: "",
  read: "",
  ...model.recommended,
};

/** A generated problem and its answer, as the fields show them. Always a held-out one: no model has trained on it. */
export function asShown(task: Task, level: number, problem: number) {
  const { question, answer } = task.problem(level, problem, "test");
  return { level, problem, question, expected: answer };
}

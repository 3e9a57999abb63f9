import { MODELS } from "../../models";
import { wordProblems } from "../lab/tasks/word-problems";
import type { Experiment } from "./settings";

export const wordProblemLevels = wordProblems.levels;

const model = MODELS[0]!;

/** What the page opens with, and what a link that leaves a setting out means. */
export const defaultExperiment: Experiment = {
  ...withProblem(wordProblems.defaultLevel, 0),
  model: model.id,
  device: "auto",
  samples: 16,
  seed: 1,
  memory: "",
  ...model.recommended,
};

/** The generated problem and its answer, as the fields show them. Always a held-out one: no model has trained on it. */
export function withProblem(level: number, problem: number) {
  const { question, answer } = wordProblems.problem(level, problem, "test");
  return { level, problem, question, expected: answer };
}

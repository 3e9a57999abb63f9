/**
 * Which problems a model may have learnt from. `train` is all it sees; `test` shares no program with it;
 * `novel` shares not even a sequence of operations with it.
 */
export type Split = "train" | "test" | "novel";

/** One generated question with everything needed to check, explain and replay it. */
export interface Problem {
  /** `task/level/split/number`: enough to generate the same problem again. */
  id: string;
  task: string;
  level: number;
  split: Split;
  question: string;
  /** The gold chain of reasoning, as a model is trained to write it. */
  solution: string;
  answer: string;
  /** What the answer is computed from; its shape is the task's own. */
  program: unknown;
  /** Of the problem's content (its program), not of its text: equal hashes are the same problem in other words. */
  hash: string;
}

/** A family of generated problems. */
export interface Task {
  id: string;
  label: string;
  levels: readonly { level: number; label: string }[];
  defaultLevel: number;
  /** The same arguments give the same problem, on every machine. */
  problem(level: number, number: number, split: Split): Problem;
  /** Whether a question reads like one of this task, so that the page can warn when it does not. */
  resembles(question: string): boolean;
}

import { problems } from "../../src/lab/tasks/problems";
import { wordProblems } from "../../src/lab/tasks/word-problems";

/** Held-out questions of the pocket world. */
export function questions(count: number, level = wordProblems.defaultLevel): string[] {
  return Array.from(
    problems(wordProblems, { level, count, seed: 9, split: "test" }),
    ({ question }) => question,
  );
}

import type { Problem } from "../task";

/** The first held-out problem of the default level, as the generator tells it: a page can show it before it has that. */
export const firstProblem: Pick<Problem, "level" | "question" | "answer"> & { number: number } = {
  level: 3,
  number: 0,
  question: "Wei picks 12 carrots. Wei adds 3 bags of 7 carrots. How many carrots are left in the end?",
  answer: "33",
};

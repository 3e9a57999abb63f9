import type { Verdict } from "../methods/judging/verdict";

/** Two responses to one question, of which exactly one is right. */
export interface SolutionPair {
  id: string;
  question: string;
  /** In the order of their file, or drawn by chance. */
  responses: Readonly<Record<Verdict, string>>;
  better: Verdict;
  /** Where a file says it is from. */
  source?: string;
}

export const worseOf = ({ better }: SolutionPair): Verdict => (better === "A" ? "B" : "A");

import type { ProblemOutcome } from "./outcomes";

/** What becomes of a vote, best first: `outvoted` is wrong though a sample is right, `hopeless` has no right sample. */
export const FATES = ["right", "tied", "outvoted", "hopeless"] as const;
export type Fate = (typeof FATES)[number];

/** A tie is one between a right answer and a wrong one: a draw decides. */
export function fateOf({ majority, right }: Pick<ProblemOutcome, "majority" | "right">): Fate {
  if (majority === 1) return "right";
  if (majority > 0) return "tied";
  return right > 0 ? "outvoted" : "hopeless";
}

/** The problems of each fate, in their order. */
export function voteFates(problems: readonly ProblemOutcome[]): Record<Fate, number[]> {
  const fates: Record<Fate, number[]> = { right: [], tied: [], outvoted: [], hopeless: [] };
  for (const outcome of problems) fates[fateOf(outcome)].push(outcome.problem);
  return fates;
}

import { clusterCandidates } from "../clusters";
import type { Candidate } from "../candidates";
import { countVote } from "../gallery/vote";
import { wordProblems } from "../tasks/word-problems";

/** What the lesson asks, and how often: held-out problems of the default level, at the model's recommended settings. */
export const SECOND_SAMPLE = {
  level: wordProblems.defaultLevel,
  samples: 16,
  /** Of the two problems' samples, so that a class sees what its teacher saw. */
  seed: 1,
  /** The learner's own curve. */
  ownProblems: 20,
  /** The curve beside it. */
  manyProblems: 500,
} as const;

export type TriedId = "scattered" | "shared";

/** The problem whose mistakes scatter, so that the vote wins, and the one where most tries share a mistake. */
export const TRIED: Record<TriedId, number> = { scattered: 175, shared: 81 };

export function triedProblem(id: TriedId) {
  return wordProblems.problem(SECOND_SAMPLE.level, TRIED[id], "test");
}

/** Whether all samples of a problem still show what the lesson's words say of it. */
export function showsItsPoint(id: TriedId, candidates: readonly Candidate[]): boolean {
  const { firstRight, winnerRight, right, votes } = countVote(candidates, clusterCandidates(candidates));
  if (id === "scattered") return winnerRight && !firstRight && right < candidates.length && votes.length > 3;
  return !winnerRight && right > 1 && votes[0]! > candidates.length / 2;
}

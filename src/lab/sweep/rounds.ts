import type { PromptSamples } from "../../../workers/protocol/prompts";
import { promptOf } from "./portions";
import type { SweepProblem } from "./sweep-problem";

/**
 * Where methods may stop early, so many samples of a problem are written together, then looked at. With fewer a step is not
 * full, with more some are drawn in vain (docs/log.md). A round is written alone: its bits depend on no other.
 */
export const ROUND = 4;

/** How many of a problem's samples, there from the first on, are in rounds that are whole. */
export function inWholeRounds(beginning: number, samples: number): number {
  return beginning >= samples ? samples : beginning - (beginning % ROUND);
}

/** The first round that is not whole. */
export function nextRound(problem: SweepProblem, beginning: number, samples: number): PromptSamples {
  const from = inWholeRounds(beginning, samples);
  return promptOf(
    problem,
    Array.from({ length: Math.min(ROUND, samples - from) }, (_, at) => from + at),
  );
}

import type { EqualVotes } from "../../../lab/lessons/equal-votes";

/** Which of two ways to spend the same is better, as far as so many problems can tell. */
export function sameOrBetter({ aggregator, vote }: Pick<EqualVotes, "aggregator" | "vote">): string {
  if (aggregator.low > vote.high) return "Reading buys more here.";
  if (vote.low > aggregator.high) return "Voting buys more here.";
  return "So few problems cannot tell the two apart.";
}

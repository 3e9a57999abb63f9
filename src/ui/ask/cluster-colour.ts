const COLOURS = 8;

/** The colour of the answer cluster of this rank by size; those after the eighth share one, and no answer is grey. */
export function clusterColour(rank: number | undefined): string {
  if (rank === undefined) return "var(--cluster-none)";
  return rank < COLOURS ? `var(--cluster-${rank})` : "var(--cluster-rest)";
}

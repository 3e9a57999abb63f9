const COLOURS = 8;

/** The colour of the answer cluster of this rank by size; later ones share the last hue, none is grey. */
export function clusterColour(rank: number | undefined): string {
  return rank === undefined ? "var(--cluster-none)" : `var(--cluster-${Math.min(rank, COLOURS - 1)})`;
}

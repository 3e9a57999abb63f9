import type { LanguageMatches } from "./match";

/** An entry, and in how many texts it is: of the corpus, and of what chance kept. */
export interface ThinnedEntry {
  entry: string;
  before: number;
  after: number;
}

/** The entries that lost the most texts, those first. */
export function mostThinned(matches: LanguageMatches, kept: Uint8Array, most: number): ThinnedEntry[] {
  const { entries, counts, rows, starts, ids } = matches;
  const after = new Uint32Array(counts.length);
  for (const [i, row] of rows.entries())
    if (kept[row]) for (let at = starts[i]!; at < starts[i + 1]!; at++) after[ids[at]!]!++;
  return Array.from(counts, (before, id) => ({ id, lost: before - after[id]! }))
    .filter(({ lost }) => lost > 0)
    .sort((a, b) => b.lost - a.lost)
    .slice(0, most)
    .map(({ id }) => ({ entry: entries[id]!, before: counts[id]!, after: after[id]! }));
}

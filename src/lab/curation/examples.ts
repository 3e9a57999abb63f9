import { seededRandom } from "../random";
import type { Balanced } from "./rebalance";
import type { CorpusRow } from "./corpus";
import type { LanguageMatches } from "./match";

/** A text, and what became of it. */
export interface ExampleText {
  /** Its number in the corpus. */
  row: number;
  text: string;
  /** Of its entries the one in the fewest texts, which does most to keep it; null where it has none. */
  rarest: { entry: string; count: number } | null;
  probability: number;
  kept: boolean;
}

/**
 * Texts from rare to common, then one without an entry: of those whose rarest entry is in 1 text, in 2 to 3, in 4 to 7 and so on, one each.
 * The threshold does not change which, so that they can be followed while it moves.
 */
export function exampleTexts(
  corpus: readonly CorpusRow[],
  matches: LanguageMatches,
  { probabilities, kept }: Pick<Balanced, "probabilities" | "kept">,
): ExampleText[] {
  return exampleIndexes(matches).map((i) => {
    const row = matches.rows[i]!;
    const id = rarestOf(matches, i);
    const rarest = id === undefined ? null : { entry: matches.entries[id]!, count: matches.counts[id]! };
    return {
      ...{ row, text: corpus[row]!.text, rarest },
      ...{ probability: probabilities[row]!, kept: kept[row] === 1 },
    };
  });
}

/** In each bin every text is as likely as another. */
function exampleIndexes(matches: LanguageMatches): number[] {
  const random = seededRandom("examples", matches.language);
  const bins = new Map<number, { chosen: number; seen: number }>();
  for (let i = 0; i < matches.rows.length; i++) {
    const id = rarestOf(matches, i);
    const key = id === undefined ? Infinity : Math.clz32(matches.counts[id]!) * -1;
    const bin = bins.get(key) ?? { chosen: i, seen: 0 };
    bins.set(key, bin);
    if (random() * ++bin.seen < 1) bin.chosen = i;
  }
  return [...bins].sort(([a], [b]) => a - b).map(([, { chosen }]) => chosen);
}

function rarestOf({ starts, ids, counts }: LanguageMatches, i: number): number | undefined {
  let rarest: number | undefined;
  for (let at = starts[i]!; at < starts[i + 1]!; at++)
    if (rarest === undefined || counts[ids[at]!]! < counts[rarest]!) rarest = ids[at]!;
  return rarest;
}

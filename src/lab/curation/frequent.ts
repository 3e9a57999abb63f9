import { isWithoutSpaces } from "./language";
import type { WordCounts } from "./word-counts";

/** What of a corpus becomes an entry. */
export interface EntryKnobs {
  /** At most so many words, the most frequent first. */
  unigrams: number;
  /** A word that is rarer is no entry. */
  leastUnigram: number;
  /** At most so many pairs of words, the most closely bound first. */
  bigrams: number;
  /** A pair that is rarer is no entry: one that occurred once says nothing of how it is bound. */
  leastBigram: number;
  /** Pointwise mutual information, in bits. */
  leastPmi: number;
}

/**
 * For corpora of thousands to millions of texts. MetaCLIP 2 takes pairs of Wikipedia with a PMI above 30; a pair of N words can
 * have log2 N at most, 17 where 100,000 words were counted, so that none would be left here. 3 bits is eight times as often as by chance.
 */
export const ENTRY_KNOBS: EntryKnobs = {
  unigrams: 50_000,
  leastUnigram: 2,
  bigrams: 20_000,
  leastBigram: 3,
  leastPmi: 3,
};

export function frequentWords({ words }: WordCounts, { unigrams, leastUnigram }: EntryKnobs): string[] {
  return best(words, (count) => (count >= leastUnigram ? count : null), unigrams);
}

/** Pairs by pointwise mutual information, as they are written: in a language without spaces, joined without one. */
export function boundPairs(
  { words, pairs, total, language }: WordCounts,
  { bigrams, leastBigram, leastPmi }: EntryKnobs,
): string[] {
  const bound = best(
    pairs,
    (count, pair) => {
      if (count < leastBigram) return null;
      const [first, second] = pair.split(" ") as [string, string];
      const pmi = Math.log2((count * total) / (words.get(first)! * words.get(second)!));
      return pmi >= leastPmi ? pmi : null;
    },
    bigrams,
  );
  return isWithoutSpaces(language) ? bound.map((pair) => pair.replace(" ", "")) : bound;
}

/** The keys of the highest values; of equal ones, by count and then by code unit, so that the order of a corpus is nothing. */
function best(
  counts: ReadonlyMap<string, number>,
  valueOf: (count: number, key: string) => number | null,
  most: number,
): string[] {
  const valued: { key: string; count: number; value: number }[] = [];
  for (const [key, count] of counts) {
    const value = valueOf(count, key);
    if (value !== null) valued.push({ key, count, value });
  }
  valued.sort((a, b) => b.value - a.value || b.count - a.count || (a.key < b.key ? -1 : 1));
  return valued.slice(0, most).map(({ key }) => key);
}

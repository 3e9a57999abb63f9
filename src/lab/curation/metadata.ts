import { type CorpusRow, rowsByLanguage } from "./corpus";
import { entriesOf, NUMBERS } from "./entries";
import { languageOf } from "./language";
import { boundPairs, ENTRY_KNOBS, type EntryKnobs, frequentWords } from "./frequent";
import { Pace, type Work } from "./work";
import { WordCounts } from "./word-counts";

/** The entries of each language, by its tag: what a text may be about. */
export type Metadata = Readonly<Record<string, readonly string[]>>;

export interface MetadataOptions extends Partial<EntryKnobs> {
  /** Entries that are known without the corpus, by language: names of things, as Wikipedia's titles are to MetaCLIP 2. */
  names?: Metadata;
}

/**
 * Entries of each language of a corpus, in the order of MetaCLIP 2: numbers, frequent words, pairs of words that belong together, names. Its
 * WordNet is left out, as it would have to be fetched.
 */
export async function makeMetadata(
  corpus: readonly CorpusRow[],
  { names = {}, ...knobs }: MetadataOptions = {},
  work: Work = {},
): Promise<Metadata> {
  const pace = new Pace(work, "counting words", corpus.length);
  const all = { ...ENTRY_KNOBS, ...knobs };
  const given = byLanguage(names);
  const metadata: Record<string, string[]> = {};
  for (const [language, rows] of rowsByLanguage(corpus)) {
    const counts = new WordCounts(language);
    for (const row of rows) {
      counts.add(corpus[row]!.text);
      const pause = pace.next();
      if (pause) await pause;
    }
    const found = [frequentWords(counts, all), boundPairs(counts, all)];
    metadata[language] = entriesOf(NUMBERS, ...found, given.get(language) ?? []);
  }
  return metadata;
}

/** Lists under one name for each language, whatever its tag, without what is no entry. */
export function byLanguage(metadata: Metadata): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  for (const [tag, entries] of Object.entries(metadata)) {
    const language = languageOf(tag);
    lists.set(language, entriesOf(lists.get(language) ?? [], entries));
  }
  return lists;
}

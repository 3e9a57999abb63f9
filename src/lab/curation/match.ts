import { Automaton } from "./automaton";
import { type CorpusRow, rowsByLanguage } from "./corpus";
import { OTHER } from "./language";
import { byLanguage, type Metadata } from "./metadata";
import { spacedEntry, spacing } from "./spacing";
import { Pace, type Work } from "./work";

/** Which entries are in which texts of one language. Plain arrays: it goes to another thread and into a file. */
export interface LanguageMatches {
  language: string;
  entries: readonly string[];
  /** In how many texts each entry is. */
  counts: Uint32Array;
  /** The numbers of its rows in the corpus. */
  rows: Uint32Array;
  /** The entries of the text at `rows[i]` are `ids` from `starts[i]` up to `starts[i + 1]`, each once. */
  starts: Uint32Array;
  ids: Uint32Array;
}

/** All that the sampling needs of a corpus. */
export interface Matched {
  /** Rows of the corpus. */
  rows: number;
  /** Those with the most texts first. */
  languages: LanguageMatches[];
}

/** Looks for each language's entries in its texts. A language without entries is looked at with those of `other`. */
export async function matchCorpus(
  corpus: readonly CorpusRow[],
  metadata: Metadata,
  work: Work = {},
): Promise<Matched> {
  const pace = new Pace(work, "matching", corpus.length);
  const entries = byLanguage(metadata);
  const known = (language: string) => (entries.has(language) ? language : OTHER);
  const languages: LanguageMatches[] = [];
  for (const [language, rows] of rowsByLanguage(corpus, known))
    languages.push(await matchLanguage(language, entries.get(language) ?? [], rows, corpus, pace));
  languages.sort((a, b) => b.rows.length - a.rows.length);
  return { rows: corpus.length, languages };
}

async function matchLanguage(
  language: string,
  entries: readonly string[],
  rows: readonly number[],
  corpus: readonly CorpusRow[],
  pace: Pace,
): Promise<LanguageMatches> {
  const automaton = new Automaton(entries.map(spacedEntry));
  const counts = new Uint32Array(entries.length);
  const lastIn = new Int32Array(entries.length).fill(-1);
  const starts = new Uint32Array(rows.length + 1);
  const ids: number[] = [];
  for (const [i, row] of rows.entries()) {
    automaton.find(spacing(corpus[row]!.text), (entry) => {
      if (lastIn[entry] === i) return;
      lastIn[entry] = i;
      counts[entry]!++;
      ids.push(entry);
    });
    starts[i + 1] = ids.length;
    const pause = pace.next();
    if (pause) await pause;
  }
  return { language, entries, counts, rows: Uint32Array.from(rows), starts, ids: Uint32Array.from(ids) };
}

import { languageOf } from "./language";

/** A text that goes with an image, and its language as whoever wrote it down calls it. */
export interface CorpusRow {
  text: string;
  language: string;
}

/** The numbers of the rows of each language, in order; `place` says where a language's rows go. */
export function rowsByLanguage(
  corpus: readonly CorpusRow[],
  place: (language: string) => string = (language) => language,
): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  const languages = new Map<string, string>();
  for (const [number, { language: tag }] of corpus.entries()) {
    const language = languages.get(tag) ?? place(languageOf(tag));
    languages.set(tag, language);
    const before = rows.get(language);
    if (before) before.push(number);
    else rows.set(language, [number]);
  }
  return rows;
}

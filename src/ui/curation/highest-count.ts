import type { CorpusView } from "../../lab/curation/corpus-view";

/** A threshold beyond which nothing is thinned in English, or in whatever has the most texts where there is none. */
export function highestCount({ languages }: Pick<CorpusView, "languages">): number {
  const measure = languages.find(({ language }) => language === "en") ?? languages[0];
  return 2 * (measure?.histogram.at(-1)?.from ?? 1);
}

import { placeWords } from "../../lab/imports/row";
import type { CorpusFound } from "../../lab/curation/open-corpus";

/** Why nothing of a file can be used, and what a row needs. */
export function complainOfCorpus(name: string, { skipped }: CorpusFound): string {
  const [first] = skipped.kept;
  const why = first ? `${placeWords(first)}: ${first.reason}` : "it is empty";
  return (
    `“${name}” holds no text that can be used (${why}). A row needs a text and its language: ` +
    `a line “a dog”, a tab, “en”; JSON Lines {"text": "a dog", "language": "en"}; or CSV with a line of column names.`
  );
}

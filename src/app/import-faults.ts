import type { Preview } from "../lab/imports/preview";
import type { Mapping } from "../lab/imports/roles";
import { placeWords } from "../lab/imports/row";
import { holdsSamples } from "../lab/recorded/read-imported";
import { sentenceOf } from "./sentence-of";

/** Why nothing of a file can be shown, or "" if something can. */
export function complainOfPreview(file: File, { rows, faults }: Preview): string {
  if (file.size === 0) return `“${file.name}” is empty. Choose a file with one problem per row.`;
  if (rows.length > 0) return "";
  const why = faults[0] ? `${placeWords(faults[0])}: ${faults[0].reason}` : "it is blank";
  return `No row of “${file.name}” can be read (${why}). Choose JSON Lines, an object per line, a JSON list of objects, or CSV with a line of column names.`;
}

/** What the reader said of a file as a whole, as a sentence. */
export function complainOfFile(file: File, error: unknown): string {
  return `“${file.name}” cannot be read: ${sentenceOf(error)}.`;
}

/** What is missing in a mapping before the file can be read, or "". */
export function complainOfMapping(mapping: Mapping): string {
  const { question, answer, labels } = mapping;
  if (!holdsSamples(mapping)) {
    if (!question) return "Which column holds the questions? Choose it above.";
    return answer ? "" : "Which column holds the right answers? Choose it above.";
  }
  if (answer || labels) return "";
  return "Which column holds the right answers, or says which samples are right? Choose one above.";
}

import { countedBytes } from "../imports/counted-bytes";
import { readRows } from "../imports/read-rows";
import type { Reading } from "../imports/reading";
import { faultAt } from "../imports/row";
import { textPieces } from "../imports/text-pieces";
import type { CorpusRow } from "./corpus";
import { corpusRow } from "./corpus-cells";
import { tabRows } from "./tab-rows";

/** How much of a file tells what it is. */
const HEAD_BYTES = 4096;

/** A corpus from a file of lines with tabs, JSON Lines, JSON or CSV. Rows that cannot be used are told with their line and what they lack. */
export async function readCorpus(
  file: Blob,
  { breathe, onFault }: Reading,
  tell: (bytes: number) => void = () => {},
): Promise<CorpusRow[]> {
  const corpus: CorpusRow[] = [];
  const bytes = countedBytes(file, tell);
  const rows = (await hasTabs(file)) ? tabRows(bytes, breathe) : readRows(bytes, breathe);
  for await (const row of rows) {
    const read = row.kind === "row" ? corpusRow(row.cells) : row.reason;
    if (row.kind === "fault") onFault(row);
    else if (typeof read === "string") onFault(faultAt(row, read, JSON.stringify(row.cells)));
    else corpus.push(read);
  }
  return corpus;
}

/** JSON begins with a bracket; else the first line tells. */
async function hasTabs(file: Blob): Promise<boolean> {
  let head = "";
  for await (const piece of textPieces(file.slice(0, HEAD_BYTES))) head += piece;
  const [first] = head.replace(/^[^\S\t]+/, "").split("\n", 1); // A tab at the very beginning follows a text that is missing.
  return !/^[[{]/.test(first!) && first!.includes("\t");
}

import type { Breathe } from "./reading";
import { CsvRows } from "./csv-rows";
import { JsonListRows } from "./json-list-rows";
import { JsonObjectRows } from "./json-object-rows";
import type { Fault, Row } from "./row";
import { type ByteSource, textPieces } from "./text-pieces";

type RowReader = JsonObjectRows | JsonListRows | CsvRows;

/**
 * The rows of a file of JSON Lines, JSON or CSV, told apart by its beginning, in order, with those that cannot be read as faults. Holds one row at a time. Throws RangeError, in words, where the file as a whole is of another kind.
 */
export async function* readRows(source: ByteSource, breathe: Breathe): AsyncGenerator<Row | Fault> {
  let reader: RowReader | undefined;
  let blank = "";
  for await (const piece of textPieces(source)) {
    const text = reader ? piece : blank + piece;
    if (!reader && text.trimStart() === "") {
      blank = text;
      continue;
    }
    reader ??= readerOf(text);
    for (const row of reader.push(text)) {
      yield row;
      await breathe();
    }
    await breathe();
  }
  if (reader) yield* reader.end();
}

function readerOf(text: string): RowReader {
  if (text.includes("\0")) throw new RangeError("the file is not text; choose JSON Lines, JSON or CSV");
  const first = text.trimStart()[0]!;
  if (first === "[") return new JsonListRows();
  return first === "{" ? new JsonObjectRows() : new CsvRows();
}

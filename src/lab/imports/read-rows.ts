import type { Breathe } from "./reading";
import { CsvRows } from "./csv-rows";
import { JsonRows } from "./json-rows";
import type { Fault, Row } from "./row";
import { type ByteSource, textPieces } from "./text-pieces";

/**
 * The rows of a file of JSON Lines or CSV, told apart by the first character, in order, with those that cannot be read as
 * faults. Holds one row at a time. Throws RangeError, in words, where the file as a whole is of another kind.
 */
export async function* readRows(source: ByteSource, breathe: Breathe): AsyncGenerator<Row | Fault> {
  let reader: JsonRows | CsvRows | undefined;
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

function readerOf(text: string): JsonRows | CsvRows {
  const first = text.trimStart()[0]!;
  if (first === "[")
    throw new RangeError(
      "the file begins with [, as one JSON array does; write one object per line instead (jq -c '.[]' does)",
    );
  if (text.includes("\0")) throw new RangeError("the file is not text; choose JSON Lines or CSV");
  return first === "{" ? new JsonRows() : new CsvRows();
}

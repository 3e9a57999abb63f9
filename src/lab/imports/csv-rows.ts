import { type CsvRecord, CsvSplitter } from "./csv-splitter";
import { type Fault, faultAt, type Row } from "./row";

const DELIMITERS = [",", ";", "\t", "|"];

/** Reads CSV whose first line names the columns. The delimiter is the one that occurs most in that line. */
export class CsvRows {
  #head = "";
  #splitter: CsvSplitter | undefined;
  #columns: string[] | undefined;

  *push(piece: string): Generator<Row | Fault> {
    if (this.#splitter) yield* this.#readAll(this.#splitter.push(piece));
    else {
      this.#head += piece;
      if (this.#head.trimStart().includes("\n")) yield* this.#begin();
    }
  }

  *end(): Generator<Row | Fault> {
    if (!this.#splitter) yield* this.#begin();
    yield* this.#readAll(this.#splitter!.end());
  }

  *#begin(): Generator<Row | Fault> {
    this.#splitter = new CsvSplitter(delimiterOf(this.#head.trimStart().split("\n", 1)[0]!));
    yield* this.#readAll(this.#splitter.push(this.#head));
    this.#head = "";
  }

  *#readAll(records: Generator<CsvRecord>): Generator<Row | Fault> {
    for (const record of records) {
      if (record.cells.length === 1 && record.cells[0]!.trim() === "" && !record.problem) continue;
      if (this.#columns) yield this.#read(record, this.#columns);
      else this.#columns = record.cells.map((name, i) => name.trim() || `column ${i + 1}`);
    }
  }

  #read({ line, cells, problem }: CsvRecord, columns: readonly string[]): Row | Fault {
    const uneven =
      cells.length !== columns.length
        ? `${cells.length} cells where the first line has ${columns.length}`
        : undefined;
    const reason = problem ?? uneven;
    if (reason) return faultAt({ line }, reason, cells.join(", "));
    const named = Object.fromEntries(columns.map((name, i) => [name, cells[i]]));
    return { kind: "row", line, cells: named, format: "csv" };
  }
}

function delimiterOf(header: string): string {
  const unquoted = header.replace(/"[^"]*"/g, "");
  const counts = DELIMITERS.map((delimiter) => unquoted.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

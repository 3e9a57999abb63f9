import { LONGEST_ROW } from "./text-lines";

export interface CsvRecord {
  /** Where it begins, from 1; quoted cells may hold further lines. */
  line: number;
  cells: string[];
  /** What is wrong with its quotes or its length. */
  problem?: string;
}

/**
 * CSV that comes in pieces, as RFC 4180 has it: a cell that begins with a quote may hold delimiters, ends of lines and doubled
 * quotes; elsewhere a quote is a character like others. Lines end with \n or \r\n. Each character is looked at once.
 */
export class CsvSplitter {
  readonly #plainEnd: RegExp;
  /** Where in a cell the reader is. After a quote either the cell ends or the quote was the first of two. */
  #place: "start" | "plain" | "quoted" | "after quote" = "start";
  #line = 1;
  #length = 0;
  #cell: string[] = [];
  #record: CsvRecord = { line: 1, cells: [] };

  constructor(delimiter: string) {
    this.#plainEnd = new RegExp(`[\n${delimiter}]`, "g");
  }

  *push(piece: string): Generator<CsvRecord> {
    for (let at = 0; at < piece.length;) {
      if (this.#place === "quoted") {
        at = this.#readQuoted(piece, at);
      } else if (this.#place !== "plain" && piece[at] === '"') {
        if (this.#place === "after quote") this.#add('"');
        this.#place = "quoted";
        at++;
      } else {
        at = this.#readPlain(piece, at);
        if (at === piece.length) return;
        this.#endCell();
        if (piece[at++] === "\n") yield this.#takeRecord();
      }
    }
  }

  *end(): Generator<CsvRecord> {
    if (this.#place === "quoted") this.#record.problem ??= "a quote is opened and never closed";
    if (this.#place === "start" && this.#record.cells.length === 0) return;
    this.#endCell();
    yield this.#takeRecord();
  }

  #readQuoted(piece: string, at: number): number {
    const quote = piece.indexOf('"', at);
    const end = quote < 0 ? piece.length : quote;
    if (this.#length + end - at > LONGEST_ROW) {
      this.#giveUp();
      this.#place = "plain"; // A quote that is never closed would swallow all that follows: it ends with this line.
      return at;
    }
    for (let i = piece.indexOf("\n", at); i >= 0 && i < end; i = piece.indexOf("\n", i + 1)) this.#line++;
    if (quote >= 0) this.#place = "after quote";
    this.#add(piece.slice(at, end));
    return quote < 0 ? end : quote + 1;
  }

  /** As far as the cell goes, or the piece. */
  #readPlain(piece: string, at: number): number {
    this.#plainEnd.lastIndex = at;
    const end = this.#plainEnd.exec(piece)?.index ?? piece.length;
    const text = piece.slice(at, end);
    if (this.#place === "start") this.#place = "plain";
    if (this.#place === "plain") this.#add(text);
    else if (text.trim() !== "") this.#record.problem ??= "text follows a closing quote";
    return end;
  }

  #add(text: string): void {
    this.#length += text.length;
    if (this.#length <= LONGEST_ROW) this.#cell.push(text);
    else this.#giveUp();
  }

  #giveUp(): void {
    this.#record.problem ??= `longer than ${LONGEST_ROW / 1e6} million characters`;
    this.#length = Infinity;
    this.#cell = [];
  }

  #endCell(): void {
    const text = this.#cell.join("");
    this.#record.cells.push(this.#place === "plain" ? text.replace(/\r$/, "") : text);
    this.#cell = [];
    this.#place = "start";
  }

  #takeRecord(): CsvRecord {
    const record = this.#record;
    this.#record = { line: ++this.#line, cells: [] };
    this.#length = 0;
    return record;
  }
}

import { JsonLineRows } from "./json-line-rows";
import { JsonListRows } from "./json-list-rows";
import { JsonMarks } from "./json-marks";
import type { Fault, Row } from "./row";
import { LONGEST_ROW } from "./text-lines";

/**
 * A file that begins with an object: JSON Lines, or one object around a list of rows. Which it is, the first line shows together with
 * what follows it: a line of JSON Lines is whole; an object around a list is open at the end of the line, or is all there is.
 */
export class JsonObjectRows {
  #rows: JsonLineRows | JsonListRows | undefined;
  #head: string[] = [];
  #length = 0;
  /** Where the first line ends, once it was found. */
  #lineEnd = -1;

  *push(piece: string): Generator<Row | Fault> {
    if (this.#rows) {
      yield* this.#rows.push(piece);
      return;
    }
    const end = this.#lineEnd < 0 ? piece.indexOf("\n") : -1;
    if (end >= 0) this.#lineEnd = this.#length + end;
    this.#head.push(piece);
    this.#length += piece.length;
    if (this.#length > LONGEST_ROW || this.#knowsNextLine(piece, end)) yield* this.#begin();
  }

  *end(): Generator<Row | Fault> {
    if (!this.#rows) yield* this.#begin();
    yield* this.#rows!.end();
  }

  /** `end` is where the first line ends in this piece, if it does. */
  #knowsNextLine(piece: string, end: number): boolean {
    return this.#lineEnd >= 0 && piece.slice(end + 1).trim() !== "";
  }

  *#begin(): Generator<Row | Fault> {
    const head = this.#head.join("");
    this.#head = [];
    const first = this.#lineEnd < 0 ? head : head.slice(0, this.#lineEnd);
    const rest = this.#lineEnd < 0 ? "" : head.slice(this.#lineEnd).trimStart();
    const isAround = rest === "" ? holdsRows(first) : isOpen(first, rest[0]!);
    this.#rows = isAround ? new JsonListRows() : new JsonLineRows();
    yield* this.#rows.push(head);
  }
}

/** Whether an object has a list that begins with an object. */
function holdsRows(text: string): boolean {
  const marks = new JsonMarks();
  let isList = false;
  for (let at = marks.next(text, 0); at >= 0; at = marks.next(text, at + 1)) {
    if (isList && text[at] === "{") return true;
    isList = text[at] === "[" && marks.open.length === 2;
  }
  return false;
}

/** What may stand at the beginning of a line, by what the line before ends with. */
const GOES_ON: Record<string, RegExp> = { "{": /["}]/, "[": /[{["\d-]/, ",": /["{[]/, ":": /./ };

/** Whether the first line is a whole object's beginning, rather than a row that was cut. */
function isOpen(line: string, next: string): boolean {
  const marks = new JsonMarks();
  for (let at = 0; at >= 0;) at = marks.next(line, at) + 1 || -1;
  return marks.open.length > 0 && !marks.inText && (GOES_ON[line.trimEnd().at(-1)!]?.test(next) ?? false);
}

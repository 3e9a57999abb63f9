import { JsonMarks } from "./json-marks";
import { jsonRow } from "./json-row";
import { type Fault, faultAt, type Place, type Row } from "./row";
import { LONGEST_ROW } from "./text-lines";

const UNREAD = "nothing after it is read";
const NO_LIST =
  "an object over several lines, and no list of objects in it; write one object per line (jq -c . does)";
/** Of a row that was given up: where it ends is not known. */
const SHOWN = 100;

/**
 * Reads a JSON list of objects, on one line or many: the whole file, or what one name of an object holds (`{"data": […]}`). Rows are
 * numbered. What is broken within a row is a fault of that row; where brackets or quotes no longer fit, the rest is given up.
 */
export class JsonListRows {
  readonly #marks = new JsonMarks();
  #parts: string[] = [];
  #length = 0;
  /** Where what is being kept begins. */
  #line = 1;
  #row = 0;
  /** In how many brackets the rows stand; 0 outside of a list of rows. */
  #depth = 0;
  /** Of what is being passed; a file that is a list has none. */
  #name: string | null = null;
  /** The name whose list is read; undefined before any was found. */
  #read: string | null | undefined;
  /** The last mark opened a list within an object, of rows if an object comes next. */
  #maybeRows = false;
  #ended = false;

  *push(piece: string): Generator<Row | Fault> {
    let from = 0;
    for (let at = this.#next(piece, 0); at >= 0; at = this.#next(piece, at + 1)) {
      const mark = piece[at]!;
      if (!this.#isEdge(mark)) continue;
      this.#keep(piece.slice(from, at));
      from = at + 1;
      yield* this.#edge(mark);
      this.#cut();
    }
    if (!this.#ended) this.#keep(piece.slice(from));
    if (this.#marks.fault && !this.#ended) yield* this.#giveUp(`${this.#marks.fault}; ${UNREAD}`);
  }

  *end(): Generator<Row | Fault> {
    if (this.#ended) return;
    const isBlank = this.#parts.join("").trim() === "";
    if (this.#marks.open.length > 0)
      yield* this.#giveUp(isBlank ? "the file ends before its list does" : "the file ends within it");
    else if (!isBlank) yield* this.#giveUp("it follows the end of the list");
    else if (this.#read === undefined) yield faultAt({ line: 1 }, NO_LIST, "");
    else if (this.#row === 0) yield faultAt({ line: 1 }, "the list is empty", "");
  }

  #next(piece: string, from: number): number {
    return this.#ended ? -1 : this.#marks.next(piece, from);
  }

  /** Whether a mark, which is open or closed by now, parts what is read from what follows. */
  #isEdge(mark: string): boolean {
    const depth = this.#marks.open.length;
    if (this.#maybeRows) {
      this.#maybeRows = false;
      if (mark === "{") this.#begin(depth - 1);
    }
    if (this.#depth > 0) return mark === "," ? depth === this.#depth : depth < this.#depth;
    return depth <= 1 || (depth === 2 && mark === "[");
  }

  *#edge(mark: string): Generator<Row | Fault> {
    const depth = this.#marks.open.length;
    if (this.#depth > 0) {
      if (this.#read === this.#name) yield* this.#take();
      if (depth < this.#depth) yield* this.#endList();
    } else if (this.#read === null) yield* this.#giveUp(`it follows the end of the list; ${UNREAD}`, mark);
    else if (mark === ":") this.#name = this.#key();
    else if (mark === "[" && depth === 1) this.#begin(1);
    else if (mark === "[") this.#maybeRows = true;
  }

  *#endList(): Generator<Fault> {
    this.#depth = 0;
    const [read, second] = [this.#read, this.#name];
    if (read === second) return;
    yield faultAt({ line: this.#line }, `“${second}” is a second list; only “${read}” is read`, "");
  }

  #begin(depth: number): void {
    this.#depth = depth;
    if (this.#read === undefined) this.#read = this.#name;
  }

  /** What was kept, as a row; nothing of a comma too many. */
  *#take(): Generator<Row | Fault> {
    const text = this.#parts.join("");
    if (text.trim() !== "") yield jsonRow(this.#place(text), text.trim(), this.#length > LONGEST_ROW);
  }

  /** The place of the next row. */
  #place(text: string): Place {
    const blank = text.slice(0, text.length - text.trimStart().length);
    return { line: this.#line + blank.split("\n").length - 1, row: ++this.#row };
  }

  *#giveUp(reason: string, more = ""): Generator<Fault> {
    const text = this.#parts.join("") + more;
    this.#ended = true;
    const place = this.#depth > 0 ? this.#place(text) : { line: this.#marks.line };
    yield faultAt(place, reason, text.trimStart().slice(0, SHOWN));
  }

  #key(): string {
    try {
      return String(JSON.parse(this.#parts.join("")));
    } catch {
      return this.#parts.join("").trim();
    }
  }

  #keep(part: string): void {
    this.#length += part.length;
    if (this.#length <= LONGEST_ROW || this.#parts.length === 0) this.#parts.push(part);
    else this.#parts.length = 1;
  }

  #cut(): void {
    this.#parts = [];
    this.#length = 0;
    this.#line = this.#marks.line;
  }
}

import { type Fault, faultAt, type Row } from "./row";
import { type Line, LineSplitter, LONGEST_ROW } from "./text-lines";

/** Reads JSON Lines: one object per line, blank lines between. */
export class JsonRows {
  readonly #lines = new LineSplitter();

  *push(piece: string): Generator<Row | Fault> {
    for (const line of this.#lines.push(piece)) yield* read(line);
  }

  *end(): Generator<Row | Fault> {
    for (const line of this.#lines.end()) yield* read(line);
  }
}

function* read({ line, text, tooLong }: Line): Generator<Row | Fault> {
  if (text.trim() === "") return;
  if (tooLong) {
    yield faultAt(line, `longer than ${LONGEST_ROW / 1e6} million characters`, text);
    return;
  }
  const value = parse(text);
  if (value === undefined) yield faultAt(line, "not JSON", text);
  else if (typeof value !== "object" || value === null || Array.isArray(value))
    yield faultAt(line, "not an object", text);
  else yield { kind: "row", line, cells: value as Record<string, unknown>, format: "jsonl" };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return /\b(?:NaN|Infinity)\b/.test(text) ? parseWithoutNaN(text) : undefined;
  }
}

/** Strings, which are left alone, and the numbers that Python writes though JSON has none for them. */
const STRING_OR_NAN = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\b(?:NaN|Infinity)\b/g;

/** NaN and Infinity become null, so that a row that has one where nobody looks can be used. */
function parseWithoutNaN(text: string): unknown {
  try {
    return JSON.parse(text.replace(STRING_OR_NAN, (match) => (match.startsWith('"') ? match : "null")));
  } catch {
    return undefined;
  }
}

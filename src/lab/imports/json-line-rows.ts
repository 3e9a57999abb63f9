import { jsonRow } from "./json-row";
import type { Fault, Row } from "./row";
import { type Line, LineSplitter } from "./text-lines";

/** Reads JSON Lines: one object per line, blank lines between. */
export class JsonLineRows {
  readonly #lines = new LineSplitter();

  *push(piece: string): Generator<Row | Fault> {
    for (const line of this.#lines.push(piece)) yield* read(line);
  }

  *end(): Generator<Row | Fault> {
    for (const line of this.#lines.end()) yield* read(line);
  }
}

function* read({ line, text, tooLong }: Line): Generator<Row | Fault> {
  if (text.trim() !== "") yield jsonRow({ line }, text, tooLong);
}

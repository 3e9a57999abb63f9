import { type Fault, faultAt, type Row } from "../imports/row";
import { type ByteSource, textPieces } from "../imports/text-pieces";
import { type Line, LineSplitter } from "../imports/text-lines";
import type { Breathe } from "../breathe";
import { isLanguageColumn, isTextColumn } from "./corpus-cells";
import { languageOf, OTHER } from "./language";

/** Rows of a text and its language with a tab between, the columns named by the first line or in whichever order it has them. */
export async function* tabRows(source: ByteSource, breathe: Breathe): AsyncGenerator<Row | Fault> {
  const lines = new LineSplitter();
  const columns: string[] = [];
  for await (const piece of textPieces(source)) {
    for (const line of lines.push(piece)) yield* read(line, columns);
    await breathe();
  }
  for (const line of lines.end()) yield* read(line, columns);
}

function* read({ line, text }: Line, columns: string[]): Generator<Row | Fault> {
  if (text.trim() === "") return;
  const cells = text.split("\t").map(unquoted);
  if (columns.length === 0) {
    const named = cells.some((cell) => isTextColumn(cell) || isLanguageColumn(cell));
    columns.push(...(named ? cells : columnsOf(cells)));
    if (named) return;
  }
  if (cells.length === columns.length) {
    const named = Object.fromEntries(columns.map((name, i) => [name, cells[i]]));
    yield { kind: "row", line, cells: named, format: "csv" };
  } else
    yield faultAt(
      { line },
      cells.length === 1
        ? "no tab: a line is a text, a tab and the text's language"
        : `${cells.length} cells where there should be ${columns.length}: a tab within the text must be a space`,
      text,
    );
}

/** The language stands last, unless only the first cell is one. */
function columnsOf(cells: readonly string[]): string[] {
  const isLanguage = (cell: string) => languageOf(cell) !== OTHER;
  return isLanguage(cells[0]!) && !isLanguage(cells[1] ?? "") ? ["language", "text"] : ["text", "language"];
}

/** What tools put into quotes because of quotes within. */
function unquoted(cell: string): string {
  return /^"(?:[^"]|"")*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

/** Where something begins in a file. */
export interface Place {
  /** From 1. */
  line: number;
  /** In a JSON list, all of which may stand on one line: the how many-eth it is, from 1. */
  row?: number;
}

/** One object of a file: a line of JSON Lines, an object of a JSON list, or a row of CSV with its cells under their columns. */
export interface Row extends Place {
  kind: "row";
  cells: Record<string, unknown>;
  /** In CSV all cells are text. */
  format: "json" | "csv";
}

/** A row that cannot be used, and why: it is skipped and counted, never dropped in silence. */
export interface Fault extends Place {
  kind: "fault";
  reason: string;
  /** Its beginning and end. */
  excerpt: string;
}

const EXCERPT_START = 80;
const EXCERPT_END = 30;

export function faultAt(place: Place, reason: string, text: string): Fault {
  return { kind: "fault", ...placeOf(place), reason, excerpt: excerptOf(text) };
}

/** The place alone of something that has one. */
export function placeOf({ line, row }: Place): Place {
  return row === undefined ? { line } : { line, row };
}

/** “line 4”, or, in a JSON list, “row 4”. */
export function placeWords({ line, row }: Place): string {
  return row === undefined ? `line ${line}` : `row ${row}`;
}

/** Short text whole; of longer text the beginning and the end, where a cut shows. */
export function excerptOf(text: string): string {
  const short = text.length <= EXCERPT_START + EXCERPT_END;
  const excerpt = short ? text : `${text.slice(0, EXCERPT_START)} … ${text.slice(-EXCERPT_END)}`;
  return excerpt.replace(/\s+/g, " ").trim();
}

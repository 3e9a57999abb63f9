/** One object of a file: a line of JSON Lines, or a row of CSV with its cells under their columns. */
export interface Row {
  kind: "row";
  /** Where it begins, from 1. */
  line: number;
  cells: Record<string, unknown>;
  /** In CSV all cells are text. */
  format: "jsonl" | "csv";
}

/** A row that cannot be used, and why: it is skipped and counted, never dropped in silence. */
export interface Fault {
  kind: "fault";
  line: number;
  reason: string;
  /** Its beginning and end. */
  excerpt: string;
}

const EXCERPT_START = 80;
const EXCERPT_END = 30;

export function faultAt(line: number, reason: string, text: string): Fault {
  return { kind: "fault", line, reason, excerpt: excerptOf(text) };
}

/** Short text whole; of longer text the beginning and the end, where a cut shows. */
export function excerptOf(text: string): string {
  const short = text.length <= EXCERPT_START + EXCERPT_END;
  const excerpt = short ? text : `${text.slice(0, EXCERPT_START)} … ${text.slice(-EXCERPT_END)}`;
  return excerpt.replace(/\s+/g, " ").trim();
}

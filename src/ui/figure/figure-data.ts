export type Cell = number | string;

/** The numbers of a figure: what its table shows, and what it exports. Units stand in the columns' names. */
export interface FigureData {
  columns: readonly { key: string; label: string }[];
  rows: readonly Readonly<Record<string, Cell>>[];
}

/** The numbers in full, for a spreadsheet. A number that is not known is an empty cell. */
export function toCsv({ columns, rows }: FigureData): string {
  const lines = rows.map((row) => columns.map(({ key }) => quoted(row[key] ?? "")).join(","));
  return `${[columns.map(({ key }) => key).join(","), ...lines].join("\n")}\n`;
}

function quoted(cell: Cell): Cell {
  return typeof cell === "string" && /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

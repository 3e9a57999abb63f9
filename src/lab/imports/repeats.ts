import { valueAt } from "./paths";
import type { Row } from "./row";

/** What rows hold at a path, as text to compare; undefined where they have nothing. */
const textAt = (row: Row, path: string) => {
  const value = valueAt(row.cells, path);
  return value === undefined || value === null ? undefined : JSON.stringify(value);
};

/** Whether two rows have the same there, though they are not the same row. */
export function repeats(rows: readonly Row[], path: string | undefined): boolean {
  if (path === undefined) return false;
  const texts = rows.flatMap((row) => textAt(row, path) ?? []);
  return new Set(texts).size < texts.length;
}

/** Whether rows that have the same at one path differ at another. */
export function differsWithin(rows: readonly Row[], same: string | undefined, path: string): boolean {
  if (same === undefined) return false;
  const first = new Map<string, string>();
  return rows.some((row) => {
    const [key, text] = [textAt(row, same), textAt(row, path)];
    if (key === undefined || text === undefined) return false;
    if (!first.has(key)) first.set(key, text);
    return first.get(key) !== text;
  });
}

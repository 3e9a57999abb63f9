import { valueAt } from "./paths";
import type { Row } from "./row";

/**
 * What a row holds at a path, as a list with one entry per sample: a list as it is, one value as the list of it, and in CSV,
 * which has no lists, a list written as JSON into a cell. Undefined where there is nothing.
 */
export function perSample({ cells, format }: Row, path: string | undefined): unknown[] | undefined {
  const cell = path === undefined ? undefined : valueAt(cells, path);
  const value = format === "csv" && typeof cell === "string" ? listInCell(cell) : cell;
  if (value === undefined || value === null || value === "") return undefined;
  return Array.isArray(value) ? (value as unknown[]) : [value];
}

function listInCell(text: string): unknown {
  if (!text.trimStart().startsWith("[")) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text; // A text that happens to begin so.
  }
}

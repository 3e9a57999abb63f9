import { valueAt } from "./paths";
import type { Mapping } from "./roles";
import type { Row } from "./row";

/**
 * What a row holds at a path, as a list with one entry per sample: a list as it is, one value as the list of it, and in CSV,
 * which has no lists, a list written as JSON into a cell. Undefined where there is nothing.
 */
export function perSample(row: Row, path: string | undefined): unknown[] | undefined {
  const value = path === undefined ? undefined : listOrValue(row, path);
  if (value === undefined || value === null || value === "") return undefined;
  return Array.isArray(value) ? (value as unknown[]) : [value];
}

/**
 * Whether a row is one sample, of a problem that other rows may have more samples of, rather than a problem with its list of them.
 * Where only answers were recorded, a row without one is a sample that gave none.
 */
export function isOneSample(row: Row, mapping: Mapping): boolean {
  const { samples, predictions } = mapping;
  const path = samples ?? predictions;
  const value = path === undefined ? undefined : listOrValue(row, path);
  if (value === undefined || (samples !== undefined && value === null)) return false;
  return !Array.isArray(value) || (row.format === "csv" && !samples && hasOneOfAnother(row, mapping));
}

/** An answer such as [0, 1] in a cell is no list of samples where its label or score is a single one. */
function hasOneOfAnother(row: Row, { labels, scores, tokens, logprobs }: Mapping): boolean {
  const others = [labels, scores, tokens, logprobs].map((path) => path && listOrValue(row, path));
  return others.some((value) => typeof value === "string" && value.trim() !== "");
}

function listOrValue(row: Row, path: string): unknown {
  const cell = valueAt(row.cells, path);
  return row.format === "csv" && typeof cell === "string" ? listOnce(row, path, cell) : cell;
}

/** Lists of long texts are read once, though several questions are asked about them. */
const known = new WeakMap<Row, Map<string, unknown>>();

function listOnce(row: Row, path: string, cell: string): unknown {
  const lists = known.get(row) ?? new Map<string, unknown>();
  if (!lists.has(path)) known.set(row, lists.set(path, listInCell(cell)));
  return lists.get(path);
}

function listInCell(text: string): unknown {
  if (!text.trimStart().startsWith("[")) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text; // A text that happens to begin so.
  }
}

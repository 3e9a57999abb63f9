import { type Fault, faultAt, type Place, type Row } from "./row";
import { LONGEST_ROW } from "./text-lines";

/** A row from its JSON, or why it is none. Of a text that is too long only the beginning need be given. */
export function jsonRow(place: Place, text: string, tooLong: boolean): Row | Fault {
  if (tooLong) return faultAt(place, `longer than ${LONGEST_ROW / 1e6} million characters`, text);
  const value = parse(text);
  if (value === undefined) return faultAt(place, "not JSON", text);
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return faultAt(place, "not an object", text);
  return { kind: "row", ...place, cells: value as Record<string, unknown>, format: "json" };
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

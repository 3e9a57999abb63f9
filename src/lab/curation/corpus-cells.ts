import type { CorpusRow } from "./corpus";
import { OTHER } from "./language";

const TEXT = "text caption alt alt_text sentence description title".split(" ");
const LANGUAGE = "language lang lang_code locale lid".split(" ");

/** Whether a column's name is one of those that are read. */
export const isTextColumn = (name: string): boolean => TEXT.includes(columnKey(name));
export const isLanguageColumn = (name: string): boolean => LANGUAGE.includes(columnKey(name));

const columnKey = (name: string) => name.trim().toLowerCase().replaceAll("-", "_");

/** The row that an object's values make, or in words why they make none. Without a language, its text is one of `other`. */
export function corpusRow(cells: Readonly<Record<string, unknown>>): CorpusRow | string {
  const text = valueAt(cells, TEXT);
  if (typeof text !== "string" || text.trim() === "")
    return `no text: it is looked for under ${TEXT.slice(0, -1).join(", ")} or ${TEXT.at(-1)}`;
  const language = valueAt(cells, LANGUAGE);
  return { text, language: typeof language === "string" ? language : OTHER };
}

/** The value under the first of the names that is there. */
function valueAt(cells: Readonly<Record<string, unknown>>, names: readonly string[]): unknown {
  const byKey = new Map(Object.entries(cells).map(([name, value]) => [columnKey(name), value]));
  return names.map((name) => byKey.get(name)).find((value) => value !== undefined && value !== null);
}

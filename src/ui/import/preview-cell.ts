import { expectedAnswer } from "../../lab/imports/final-answer";
import { valueAt } from "../../lab/imports/paths";
import { perSample } from "../../lab/imports/per-sample";
import type { Mapping, Role } from "../../lab/imports/roles";
import { excerptOf, type Row } from "../../lab/imports/row";

/** What a row has in a role, to be looked at as it will be read: of a list the first, and how many more there are. */
export function previewCell(row: Row, role: Role, mapping: Mapping): { text: string; more: number } {
  const isWhole = role === "question" || role === "answer";
  const values = isWhole ? [valueAt(row.cells, mapping[role]!)] : (perSample(row, mapping[role]) ?? []);
  const text = textOf(values[0]);
  const read = role === "answer" ? expectedAnswer(text) : text;
  return { text: excerptOf(read) || "–", more: Math.max(0, values.length - 1) };
}

/** What stands in a column, whatever it is. */
export function plainCell({ cells }: Row, name: string): { text: string; more: number } {
  return { text: excerptOf(textOf(cells[name])) || "–", more: 0 };
}

const textOf = (value: unknown) => (typeof value === "string" ? value : (JSON.stringify(value) ?? ""));

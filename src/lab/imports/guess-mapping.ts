import { COLUMN_NAMES } from "./column-names";
import { valueAt } from "./paths";
import { perSample } from "./per-sample";
import { readLabel, readScore } from "./read-values";
import { type Mapping, type Role, ROLES } from "./roles";
import type { Row } from "./row";

/**
 * A proposal to be shown and changed: for each role the first column that has one of its names and fits most of the rows.
 * What is given stays; a role given as "" is played by none.
 */
export function guessMapping(rows: readonly Row[], given: Mapping = {}): Mapping {
  const mapping: Mapping = {};
  for (const role of ROLES) {
    if (given[role] !== undefined) {
      if (given[role] !== "") mapping[role] = given[role];
      continue;
    }
    const taken = [...Object.values(mapping), ...Object.values(given)];
    const path = namesOf(role, rows).find(
      (name) => !taken.includes(name) && fitsMost(rows, (row) => fits(row, role, name, mapping)),
    );
    if (path !== undefined) mapping[role] = path;
  }
  return mapping;
}

/** lm-evaluation-harness names in each row the metrics that stand beside it. */
function namesOf(role: Role, rows: readonly Row[]): readonly string[] {
  const metrics = rows[0]?.cells.metrics;
  const named =
    role === "labels" && Array.isArray(metrics) ? metrics.filter((name) => typeof name === "string") : [];
  return [...named, ...COLUMN_NAMES[role]];
}

function fitsMost(rows: readonly Row[], fitsRow: (row: Row) => boolean): boolean {
  return rows.filter(fitsRow).length > rows.length / 2;
}

function fits(row: Row, role: Role, path: string, mapping: Mapping): boolean {
  const value = valueAt(row.cells, path);
  if (role === "question") return typeof value === "string";
  if (role === "answer") return typeof value === "string" || typeof value === "number";
  const values = perSample(row, path);
  if (!values || values.length === 0) return false;
  if (role === "samples") return values.every((one) => typeof one === "string");
  const samples = perSample(row, mapping.samples);
  const count = (samples ?? perSample(row, mapping.predictions))?.length;
  if (role !== "predictions" && count === undefined) return false;
  if (count !== undefined && values.length !== count) return false; // A value for the whole row, such as its vote.
  switch (role) {
    case "predictions":
      return values.every(isAnswer) && !values.every((one, i) => one === samples?.[i]); // Unfiltered, they are the solutions.
    case "scores":
      return (
        values.every((one) => readScore(one) !== null) && !(areLabels(path) && values.every(isZeroOrOne))
      );
    case "labels":
      return values.every((one) => readLabel(one) !== null);
    case "tokens":
    case "logprobs":
      return values.every((one) => one === null || readScore(one) !== null);
  }
}

/** A `score` of nothing but 0 and 1 says which samples are right, as that of booleans does. */
const areLabels = (path: string) => COLUMN_NAMES.labels.includes(path);
const isZeroOrOne = (value: unknown) => Number(value) === 0 || Number(value) === 1;
const isAnswer = (value: unknown) => value === null || typeof value === "string" || typeof value === "number";

import { COLUMN_NAMES, PER_ROW_NAMES } from "./column-names";
import { filterOf } from "./harness-filter";
import { isOwnRun, RUN_COLUMNS } from "./own-runs";
import { valueAt } from "./paths";
import { isOneSample, perSample } from "./per-sample";
import { readLabel, readScore } from "./read-values";
import { differsWithin, repeats } from "./repeats";
import { type Mapping, type Role, ROLES } from "./roles";
import type { Row } from "./row";

/** By its question or its name rows of a problem are known, and by them what differs from sample to sample. */
const ORDER = new Set<Role>(["question", "problem", ...ROLES]);

/**
 * A proposal to be shown and changed: for each role the first column that has one of its names and fits most of the rows.
 * What is given stays; a role given as "" is played by none.
 */
export function guessMapping(rows: readonly Row[], given: Mapping = {}): Mapping {
  const mapping: Mapping = {};
  const own = mostly(rows, isOwnRun) ? RUN_COLUMNS : undefined;
  const filter = given.filter ?? rows.map(filterOf).find((one) => one !== undefined);
  const alike = rows.filter((row) => filter === undefined || filterOf(row) === filter);
  for (const role of ORDER) {
    const path = given[role] ?? (own ? own[role] : guess(role, alike, mapping, given));
    if (path) mapping[role] = path;
  }
  if (!rowsAreSamples(alike, mapping) && given.problem === undefined) delete mapping.problem;
  if (filter) mapping.filter = filter;
  return mapping;
}

/** Whether each row is one sample, so that rows of one problem belong together. */
export function rowsAreSamples(rows: readonly Row[], mapping: Mapping): boolean {
  return mostly(rows, (row) => isOneSample(row, mapping));
}

function guess(role: Role, rows: readonly Row[], mapping: Mapping, given: Mapping): string | undefined {
  const taken = [...Object.values(mapping), ...Object.values(given)];
  const same = mapping.problem ?? mapping.question;
  const parts = rows.filter((row) => !hasLists(row));
  return namesOf(role, rows, parts, same).find((name) => {
    if (taken.includes(name) || !mostly(rows, (row) => fits(row, role, name, mapping))) return false;
    if (role === "problem") return tellsProblems(parts, name, mapping);
    // Beside samples, what differs within a problem is theirs, and not the right one.
    return role !== "answer" || !holdSamples(rows) || !differsWithin(parts, same, name);
  });
}

/** lm-evaluation-harness names in each row the metrics that stand beside it. */
function namesOf(
  role: Role,
  rows: readonly Row[],
  parts: readonly Row[],
  same: string | undefined,
): readonly string[] {
  const metrics = rows[0]?.cells.metrics;
  const named =
    role === "labels" && Array.isArray(metrics) ? metrics.filter((name) => typeof name === "string") : [];
  const areJudged = role === "samples" && haveOneOf(rows, JUDGED);
  const ofRows = (PER_ROW_NAMES[role] ?? []).filter((name) => areJudged || differsWithin(parts, same, name));
  return [...named, ...COLUMN_NAMES[role], ...ofRows];
}

const haveOneOf = (rows: readonly Row[], names: readonly string[]) =>
  names.some((name) => mostly(rows, ({ cells }) => valueAt(cells, name) !== undefined));
const holdSamples = (rows: readonly Row[]) => haveOneOf(rows, [...COLUMN_NAMES.samples, ...JUDGED]);

/** Whether a row has all samples of its problem. */
const hasLists = (row: Row) =>
  [...COLUMN_NAMES.samples, ...COLUMN_NAMES.predictions].some(
    (name) => (perSample(row, name)?.length ?? 0) > 1,
  );

/** Columns that no data set has beside its own solutions. */
const JUDGED = [...COLUMN_NAMES.predictions, "correct", "is_correct", "passed"];

/** A number of the row rather than of its problem tells nothing; in doubt the question is the surer sign. */
function tellsProblems(rows: readonly Row[], path: string, { question }: Mapping): boolean {
  if (question === undefined) return true;
  const isRowNumber = differsWithin(rows, question, path);
  return !isRowNumber && repeats(rows, path) && !differsWithin(rows, path, question);
}

function mostly(rows: readonly Row[], isSo: (row: Row) => boolean): boolean {
  return rows.filter(isSo).length > rows.length / 2;
}

function fits(row: Row, role: Role, path: string, mapping: Mapping): boolean {
  const value = valueAt(row.cells, path);
  if (role === "question") return typeof value === "string";
  if (role === "answer" || role === "problem") return typeof value === "string" || typeof value === "number";
  const isOne = typeof value === "string" && isOneSample(row, { samples: mapping.samples ?? "" });
  const values = isOne && value !== "" ? [value] : perSample(row, path); // [0, 1] in a cell may be one answer.
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

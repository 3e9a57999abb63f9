import { isOwnRun } from "../../lab/imports/own-runs";
import type { Mapping } from "../../lab/imports/roles";
import type { Row } from "../../lab/imports/row";

/** Of a file with a row per sample, what puts rows of one problem together, in a sentence. */
export function rowsWords({ problem, question, answer }: Mapping, rows: readonly Row[]): string {
  if (rows[0] && isOwnRun(rows[0])) return "Runs of Ask, a row per sample: each run is taken for a problem.";
  const same = [problem, question, (problem ?? question) && answer].filter((path) => path !== undefined);
  if (same.length === 0)
    return "Each row is one sample, and nothing says which rows are of one problem: each is taken for a problem of its own.";
  const paths = same.length === 1 ? same[0]! : `${same.slice(0, -1).join(", ")} and ${same.at(-1)!}`;
  return `Each row is one sample. Rows with the same ${paths} are of one problem, wherever in the file they stand.`;
}

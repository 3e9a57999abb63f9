import type { Breathe, Reading } from "./reading";
import { readRecordedRow, UnusableRow } from "./read-recorded-row";
import { readRows } from "./read-rows";
import type { RecordedProblem } from "./recorded";
import type { Mapping } from "./roles";
import { type Fault, faultAt, type Row } from "./row";
import { SeenRows } from "./seen-rows";
import type { ByteSource } from "./text-pieces";

/**
 * The problems with recorded samples in a file, one after another, none held longer than it takes to read it. A row with the same
 * question, answer and samples as an earlier one is skipped: lm-evaluation-harness writes each document once per filter. Where
 * the question is not recorded, rows that look the same may be of different problems, and all are kept.
 */
export async function* readRecordedProblems(
  source: ByteSource,
  mapping: Mapping,
  { breathe, onFault }: Reading,
): AsyncGenerator<RecordedProblem> {
  const seen = new SeenRows();
  for await (const row of readRows(source, breathe)) {
    const problem = row.kind === "fault" ? row : await readOrFault(row, mapping, breathe);
    if ("reason" in problem) {
      onFault(problem);
      continue;
    }
    const first = problem.question === "" ? undefined : seen.repeated(problem.line, textsOf(problem));
    if (first === undefined) yield problem;
    else onFault(faultAt(problem.line, `the same samples as line ${first}`, problem.question));
  }
}

async function readOrFault(row: Row, mapping: Mapping, breathe: Breathe): Promise<RecordedProblem | Fault> {
  try {
    return await readRecordedRow(row, mapping, breathe);
  } catch (error) {
    if (!(error instanceof UnusableRow)) throw error;
    return faultAt(row.line, error.message, JSON.stringify(row.cells));
  }
}

function* textsOf({ question, answer, samples }: RecordedProblem): Generator<string> {
  yield question;
  yield answer ?? "";
  for (const { text, answer } of samples) yield text ?? answer ?? "";
}

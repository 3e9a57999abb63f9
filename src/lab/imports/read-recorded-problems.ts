import { filterOf } from "./harness-filter";
import { valueAt } from "./paths";
import { ProblemGroups } from "./problem-groups";
import { readRows } from "./read-rows";
import type { Reading } from "./reading";
import type { RecordedProblem } from "./recorded";
import { type RecordedRow, recordedRow, samplesOf, UnusableRow } from "./recorded-row";
import type { Mapping } from "./roles";
import { type Fault, faultAt, placeOf, placeWords, type Row } from "./row";
import { SeenRows } from "./seen-rows";
import type { ByteSource } from "./text-pieces";

/**
 * The problems with recorded samples in a file, row by row, none held longer than it takes to read it. Rows of one sample are told
 * which problem they are of. A row with the same question, answer and list of samples as an earlier one is skipped; where the question is
 * not recorded, rows that look the same may be of different problems, and all are kept. Of rows that differ only by the
 * filter that lm-evaluation-harness put on them, those of one filter are read.
 */
export async function* readRecordedProblems(
  source: ByteSource,
  mapping: Mapping,
  { breathe, onFault, onFilter }: Reading,
): AsyncGenerator<RecordedProblem> {
  const seen = new SeenRows();
  const groups = new ProblemGroups(breathe);
  let filter = mapping.filter;
  for await (const row of readRows(source, breathe)) {
    if (row.kind === "row") {
      const made = filterOf(row);
      if (made !== undefined) onFilter?.(made);
      filter ??= made;
      if (made !== undefined && made !== filter) continue;
    }
    const read = row.kind === "fault" ? row : readOrFault(row, mapping);
    if ("reason" in read) {
      onFault(read);
      continue;
    }
    const place = placeOf(row);
    const group = read.isPart ? groups.of(whatParts(row as Row, read, mapping)) : groups.alone();
    const samples = await samplesOf(read, group.keys, breathe);
    const { isPart, question, expected: answer, scores } = read;
    const problem = { ...place, isPart, question, answer, samples, scores, cells: (row as Row).cells };
    const first = isPart || question === "" ? undefined : seen.repeated(place, textsOf(problem));
    if (first) onFault(faultAt(place, `the same samples as ${placeWords(first)}`, question));
    else yield { ...problem, number: groups.numberOf(group) };
  }
}

function readOrFault(row: Row, mapping: Mapping): RecordedRow | Fault {
  try {
    return recordedRow(row, mapping);
  } catch (error) {
    if (!(error instanceof UnusableRow)) throw error;
    return faultAt(row, error.message, JSON.stringify(row.cells));
  }
}

/** What is the same in all rows of a problem; where the file says nothing of that, the row itself. */
function whatParts(row: Row, { question, expected }: RecordedRow, { problem }: Mapping): string[] {
  const id = problem === undefined ? undefined : valueAt(row.cells, problem);
  const told = [id === undefined ? "" : JSON.stringify(id), question];
  return told.some((text) => text !== "") ? [...told, expected ?? ""] : [placeWords(row)];
}

function* textsOf({ question, answer, samples }: Omit<RecordedProblem, "number">): Generator<string> {
  yield question;
  yield answer ?? "";
  for (const { text, answer } of samples) yield text ?? answer ?? "";
}

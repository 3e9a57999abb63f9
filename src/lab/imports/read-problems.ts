import { expectedAnswer } from "./final-answer";
import { valueAt } from "./paths";
import { readRows } from "./read-rows";
import { inWords, readAnswer } from "./read-values";
import type { Reading } from "./reading";
import type { Mapping } from "./roles";
import { faultAt, type Place, placeOf, placeWords, type Row } from "./row";
import { SeenRows } from "./seen-rows";
import type { ByteSource } from "./text-pieces";

/** A question with its right answer, from a file. */
export interface ImportedProblem extends Place {
  question: string;
  answer: string;
}

/** The problems in a file, one after another. A problem that repeats an earlier one is skipped. */
export async function* readProblems(
  source: ByteSource,
  mapping: Pick<Mapping, "question" | "answer">,
  { breathe, onFault }: Reading,
): AsyncGenerator<ImportedProblem> {
  const seen = new SeenRows();
  for await (const row of readRows(source, breathe)) {
    if (row.kind === "fault") {
      onFault(row);
      continue;
    }
    const problem = problemOf(row, mapping);
    const first = problem && seen.repeated(placeOf(row), [problem.question, problem.answer]);
    const reason = problem ? first && `the same problem as ${placeWords(first)}` : missing(row, mapping);
    if (reason) onFault(faultAt(row, reason, JSON.stringify(row.cells)));
    else yield problem!;
  }
}

function problemOf(row: Row, mapping: Mapping): ImportedProblem | null {
  const [question, answer] = [mapping.question, mapping.answer].map((path) =>
    path === undefined ? null : readAnswer(valueAt(row.cells, path)),
  );
  return question && answer ? { ...placeOf(row), question, answer: expectedAnswer(answer) } : null;
}

/** Which of the two a row lacks. */
function missing({ cells }: Row, mapping: Mapping): string {
  const role = (["question", "answer"] as const).find(
    (one) => mapping[one] === undefined || !readAnswer(valueAt(cells, mapping[one])),
  )!;
  const path = mapping[role];
  return `no ${role}: ${path ?? "its column"} is ${inWords(path === undefined ? undefined : valueAt(cells, path))}`;
}

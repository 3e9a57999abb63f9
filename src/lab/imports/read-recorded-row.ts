import { AnswerKeys } from "../answers/answer-keys";
import type { Breathe } from "./reading";
import { expectedAnswer, solutionAnswer } from "./final-answer";
import { valueAt } from "./paths";
import { perSample } from "./per-sample";
import { inWords, readAnswer, readLabel, readScore } from "./read-values";
import type { RecordedProblem, RecordedSample } from "./recorded";
import { type Mapping, type Role } from "./roles";
import type { Row } from "./row";

/** A row that cannot be used; its message says why. */
export class UnusableRow extends Error {}

/**
 * The problem that a row records. An answer is the one given for a sample, or taken from its text; it is right if it is
 * labelled so, or, without labels, if it equals the row's. Throws UnusableRow.
 */
export async function readRecordedRow(
  row: Row,
  mapping: Mapping,
  breathe: Breathe,
): Promise<RecordedProblem> {
  const texts = perSample(row, mapping.samples)?.map((value, i) => text(value, `${mapping.samples}[${i}]`));
  const given = perSample(row, mapping.predictions);
  const count = (texts ?? given)?.length;
  if (!count)
    throw new UnusableRow(`no samples: ${mapping.samples ?? mapping.predictions} is empty or missing`);
  checkCount(given, "predictions", mapping, count);
  const scores = readAll(row, "scores", mapping, count, readScore, "a number");
  const labels = readAll(row, "labels", mapping, count, readLabel, "true or false");
  const tokens = readAll(row, "tokens", mapping, count, readFigure, "a number");
  const logprobs = readAll(row, "logprobs", mapping, count, readFigure, "a number");
  const expected = expectedOf(row, mapping);
  if (expected === null && !labels) throw new UnusableRow("no right answer and no labels to compare with");
  const keys = new AnswerKeys({ breathe });
  const expectedKey = expected === null ? null : await keys.keyOf(expected);
  const samples: RecordedSample[] = [];
  for (let i = 0; i < count; i++) {
    const answer = given ? readAnswer(given[i]) : solutionAnswer(texts![i]!);
    const key = answer === null ? null : await keys.keyOf(answer);
    const correct = labels ? labels[i]! : key !== null && key === expectedKey;
    const figures = { tokens: tokens?.[i] ?? NaN, logprob: logprobs?.[i] ?? NaN };
    samples.push({ text: texts?.[i] ?? null, answer, key, correct, ...figures });
    await breathe();
  }
  const { line, cells } = row;
  return { line, question: questionOf(row, mapping), answer: expected, samples, scores, cells };
}

/** Of one sample it may be unknown. */
const readFigure = (value: unknown) => (value === null ? NaN : readScore(value));

function text(value: unknown, name: string): string {
  if (typeof value === "string") return value;
  throw new UnusableRow(`${name} is ${inWords(value)}, not a text`);
}

function checkCount(
  values: readonly unknown[] | undefined,
  role: Role,
  mapping: Mapping,
  count: number,
): void {
  if (values && values.length !== count)
    throw new UnusableRow(`${count} samples, but ${mapping[role]} has ${values.length}`);
}

/** One value for each sample, all of them readable; null where the row has none at all. */
function readAll<T>(
  row: Row,
  role: Role,
  mapping: Mapping,
  count: number,
  read: (value: unknown) => T | null,
  kind: string,
): T[] | null {
  const values = perSample(row, mapping[role]);
  checkCount(values, role, mapping, count);
  if (!values) return null;
  return values.map((value, i) => {
    const one = read(value);
    if (one === null) throw new UnusableRow(`${mapping[role]}[${i}] is ${inWords(value)}, not ${kind}`);
    return one;
  });
}

function expectedOf({ cells }: Row, { answer }: Mapping): string | null {
  const value = answer === undefined ? undefined : valueAt(cells, answer);
  if (value === undefined || value === null) return null;
  const written = readAnswer(value);
  if (written === null && typeof value !== "string")
    throw new UnusableRow(`${answer} is ${inWords(value)}, not a text or a number`);
  return written === null ? null : expectedAnswer(written);
}

function questionOf({ cells }: Row, { question }: Mapping): string {
  const value = question === undefined ? undefined : valueAt(cells, question);
  return typeof value === "string" ? value.trim() : "";
}

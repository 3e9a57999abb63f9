import type { AnswerKeys } from "../answers/answer-keys";
import { expectedAnswer, solutionAnswer } from "./final-answer";
import { valueAt } from "./paths";
import { isOneSample, perSample } from "./per-sample";
import { inWords, readAnswer, readLabel, readScore } from "./read-values";
import type { Breathe } from "./reading";
import type { RecordedSample } from "./recorded";
import { type Mapping, type Role } from "./roles";
import type { Row } from "./row";

/** A row that cannot be used; its message says why. */
export class UnusableRow extends Error {}

/** What a row says, each column checked, before any answers are compared. */
export interface RecordedRow {
  /** One sample of a problem, rather than a whole problem. */
  isPart: boolean;
  question: string;
  /** Null where only labels say what is right. */
  expected: string | null;
  count: number;
  texts: readonly string[] | null;
  given: readonly unknown[] | null;
  scores: number[] | null;
  labels: boolean[] | null;
  tokens: number[] | null;
  logprobs: number[] | null;
}

/** Throws UnusableRow. */
export function recordedRow(row: Row, mapping: Mapping): RecordedRow {
  const isPart = isOneSample(row, mapping);
  const columns = new Columns(row, mapping, isPart);
  const texts = columns.of("samples")?.map((value, i) => text(value, columns.name("samples", i))) ?? null;
  const given = columns.of("predictions") ?? null;
  const count = (texts ?? given)?.length;
  if (!count)
    throw new UnusableRow(`no samples: ${mapping.samples ?? mapping.predictions} is empty or missing`);
  columns.check("predictions", given, count);
  const scores = columns.read("scores", count, readScore, "a number");
  const labels = columns.read("labels", count, readLabel, "true or false");
  const tokens = columns.read("tokens", count, readFigure, "a number");
  const logprobs = columns.read("logprobs", count, readFigure, "a number");
  const expected = expectedOf(row, mapping);
  if (expected === null && !labels) throw new UnusableRow("no right answer and no labels to compare with");
  const question = questionOf(row, mapping);
  return { isPart, question, expected, count, texts, given, scores, labels, tokens, logprobs };
}

/**
 * The samples of a row. An answer is the one given for a sample, or taken from its text; it is right if it is labelled so, or, without
 * labels, if it equals the row's. `keys` are those of its problem.
 */
export async function samplesOf(
  { expected, count, texts, given, labels, tokens, logprobs }: RecordedRow,
  keys: AnswerKeys,
  breathe: Breathe,
): Promise<RecordedSample[]> {
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
  return samples;
}

/** Of one sample it may be unknown. */
const readFigure = (value: unknown) => (value === null ? NaN : readScore(value));

function text(value: unknown, name: string): string {
  if (typeof value === "string") return value;
  throw new UnusableRow(`${name} is ${inWords(value)}, not a text`);
}

/** The columns of a row that hold one value for each sample. */
class Columns {
  readonly #row: Row;
  readonly #mapping: Mapping;
  readonly #isPart: boolean;

  constructor(row: Row, mapping: Mapping, isPart: boolean) {
    this.#row = row;
    this.#mapping = mapping;
    this.#isPart = isPart;
  }

  /** In a row of one sample nothing is a list, though an answer such as [0, 1] may look like one in a cell of CSV. */
  of(role: Role): unknown[] | undefined {
    const path = this.#mapping[role];
    const value = this.#isPart && path !== undefined ? valueAt(this.#row.cells, path) : undefined;
    const isText = typeof value === "string" && value.trim() !== "";
    // Of a sample that has no answer, none is looked for in its text: whoever recorded it has found none.
    if (isText || (value !== undefined && role === "predictions" && !Array.isArray(value))) return [value];
    return perSample(this.#row, path);
  }

  name(role: Role, sample: number): string {
    return `${this.#mapping[role]}${this.#isPart ? "" : `[${sample}]`}`;
  }

  check(role: Role, values: readonly unknown[] | null, count: number): void {
    if (values && values.length !== count)
      throw new UnusableRow(`${count} samples, but ${this.#mapping[role]} has ${values.length}`);
  }

  /** One value for each sample, all of them readable; null where the row has none at all. */
  read<T>(role: Role, count: number, readOne: (value: unknown) => T | null, kind: string): T[] | null {
    const values = this.of(role) ?? null;
    this.check(role, values, count);
    if (!values) return null;
    return values.map((value, i) => {
      const one = readOne(value);
      if (one === null) throw new UnusableRow(`${this.name(role, i)} is ${inWords(value)}, not ${kind}`);
      return one;
    });
  }
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

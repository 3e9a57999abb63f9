// A link that holds the results of a sweep: `recorded=…`, or, for a long one, `file=sweep.jsonl` with the file beside the page.
import { preview } from "../lab/imports/preview";
import { groupedSet } from "../lab/recorded/grouped-set";
import { holdsSamples } from "../lab/recorded/read-imported";
import { type PackedProblem, type PackedSet, packSet, unpackSet } from "../lab/recorded/packed-set";
import type { RecordedSet, RunOrigin } from "../lab/recorded/recorded-set";
import { samplingShape } from "../storage/read-run";
import { either, fields, list, number, oneOf, optional, type Shape, text } from "../storage/shape";
import { breathing } from "./breathing";
import { fileBeside } from "./file-beside";
import { packed, unpacked } from "./packed";
import { readFile } from "./read-file";
import { sentenceOf } from "./sentence-of";
import { heldSource, type RecordedSource } from "./tradeoffs/recorded-source";

const nothing: Shape = (value, path) => (value === null ? null : `${path} is not null`);
const { seed: _, ...sampling } = samplingShape;
const origin: Record<keyof RunOrigin, Shape> = {
  model: text,
  modelSha: optional(text),
  device: oneOf("webgpu", "wasm"),
  version: text,
  createdAt: number,
  sampling: fields(sampling),
  seed: optional(number),
  stoppedBy: optional(list(text)),
};
const problem: Record<keyof PackedProblem, Shape> = {
  id: text,
  question: optional(text),
  answer: optional(text),
  seed: optional(number),
  answers: list(either(text, nothing)),
  correct: optional(text),
  tokens: list(either(number, nothing)),
  logprobs: list(either(number, nothing)),
  ends: optional(text),
  scores: optional(list(number)),
  weights: optional(list(number)),
};
const set: Record<keyof PackedSet, Shape> = {
  name: text,
  origin: either(fields(origin), nothing),
  problems: list(fields(problem)),
};

/**
 * The link of a sweep's results: answers, which are right, tokens and logprobs stay, the texts of samples do not. Null where it
 * is too long for a link; then `exportSweep` makes a file of it, which has the texts too.
 */
export async function recordedLink(recorded: RecordedSet): Promise<string | null> {
  const text = await packed(packSet(recorded));
  return text === null ? null : `#/tradeoffs?recorded=${text}`;
}

/** The results that a link holds; null for a link that holds none. Rejects with a sentence where they cannot be read. */
export async function readRecordedLink(params: URLSearchParams): Promise<RecordedSource | null> {
  const [text, file] = [params.get("recorded"), params.get("file")];
  if (file !== null) return setBeside(file);
  if (text === null) return null;
  const value = await unpacked(text);
  const fault = fields(set)(value, "results");
  if (fault !== null) throw new RangeError(`The link holds no results of a sweep: ${fault}.`);
  try {
    return heldSource(await groupedSet(unpackSet(value as PackedSet), { breathe: breathing() }));
  } catch (error) {
    throw new RangeError(`The link holds no results of a sweep: ${sentenceOf(error)}.`, { cause: error });
  }
}

async function setBeside(path: string): Promise<RecordedSource> {
  const file = await fileBeside(path);
  const { mapping } = await preview(file).catch((error: unknown) => {
    throw new RangeError(`“${path}” cannot be shown: ${sentenceOf(error)}.`, { cause: error });
  });
  const never = { signal: new AbortController().signal, tell: () => {} };
  const read = holdsSamples(mapping) ? (await readFile(file, path, mapping, never)).imported : null;
  if (read?.kind === "recorded" && read.source.count > 0) return read.source;
  throw new RangeError(
    `“${path}” holds no recorded samples. Import shows what is in a file, and what is missing.`,
  );
}

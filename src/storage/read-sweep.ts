import { sampleShape, samplingShape } from "./read-run";
import { either, fields, list, number, oneOf, optional, type Shape, text } from "./shape";
import type {
  GeneratedProblems,
  ImportedProblems,
  SweepRecord,
  SweepSample,
  SweepSpec,
} from "./sweep-record";

const { seed: _, ...sampling } = samplingShape;
const generated: Record<keyof GeneratedProblems, Shape> = {
  task: text,
  level: number,
  count: number,
  seed: number,
};
const imported: Record<keyof ImportedProblems, Shape> = {
  name: text,
  items: list(fields({ question: text, answer: text })),
  seed: number,
};
const spec: Record<keyof SweepSpec, Shape> = {
  model: text,
  modelSha: optional(text),
  device: oneOf("webgpu", "wasm"),
  problems: either(fields(generated), fields(imported)),
  methods: list(text),
  samples: number,
  sampling: fields(sampling),
  budgetBytes: optional(number),
};
const sweep: Record<keyof SweepRecord, Shape> = {
  id: text,
  createdAt: number,
  appVersion: text,
  status: oneOf("running", "paused", "finished", "failed"),
  reason: optional(text),
  spec: fields(spec),
  readFor: optional(list(text)),
  activeMs: number,
};

/** Never throws: what is not a sweep is named as such. */
export function readSweep(id: string, value: unknown): { sweep: SweepRecord } | { fault: string } {
  const fault = fields(sweep)(value, "sweep");
  if (fault !== null) return { fault };
  return (value as SweepRecord).id === id
    ? { sweep: value as SweepRecord }
    : { fault: "sweep.id is not its key" };
}

/** Null where the stored value is no finished sample of that number. */
export function readSweepSample(problem: number, number: number, value: unknown): SweepSample | null {
  if (fields(sampleShape)(value, "sample") !== null) return null;
  const written = value as SweepSample["written"];
  return written.sample === number && written.finish ? { problem, written } : null;
}

import type { Sample, SamplingOptions } from "../../workers/protocol";
import type { RoleExchange, RunReadings, RunRecord, RunSpec, RunTimings } from "./run-record";
import { fields, list, number, oneOf, optional, type Shape, text } from "./shape";

// A record type with a field more does not compile until its shape has it too.
export const samplingShape: Record<keyof SamplingOptions, Shape> = {
  temperature: number,
  topK: number,
  topP: number,
  minP: number,
  maxTokens: number,
  stop: list(text),
  seed: number,
  repetitionPenalty: optional(number),
  bannedTokens: optional(list(number)),
  forcedTokens: optional(list(number)),
};
const spec: Record<keyof RunSpec, Shape> = {
  model: text,
  modelSha: optional(text),
  device: oneOf("webgpu", "wasm"),
  question: text,
  expected: optional(text),
  task: optional(text),
  level: optional(number),
  problem: optional(number),
  sampling: fields(samplingShape),
  samples: number,
};
const timings: Record<keyof RunTimings, Shape> = {
  loadMs: optional(number),
  prefillMs: optional(number),
  totalMs: optional(number),
  promptTokens: optional(number),
};
export const sampleShape: Record<keyof Sample, Shape> = {
  sample: number,
  text,
  tokens: number,
  logprob: number,
  chunkEnds: list(number),
  finish: optional(oneOf("stop", "length", "cancelled")),
};
const exchange: Record<keyof RoleExchange, Shape> = {
  role: oneOf("aggregator", "judge"),
  temperature: number,
  prompt: text,
  samples: list(fields(sampleShape)),
  ms: number,
  promptTokens: number,
};
const readings: Record<keyof RunReadings, Shape> = {
  methods: list(text),
  models: fields({ aggregator: optional(text), judge: optional(text) }),
  exchanges: list(fields(exchange)),
};
const run: Record<keyof RunRecord, Shape> = {
  id: text,
  createdAt: number,
  appVersion: text,
  status: oneOf("running", "finished", "stopped", "failed"),
  reason: optional(text),
  spec: fields(spec),
  timings: fields(timings),
  samples: list(fields(sampleShape)),
  readings: optional(fields(readings)),
};

/** A stored run that could not be read: half written, or by another version of the page. */
export interface MalformedRun {
  id: string;
  /** The first thing wrong with it, e.g. `run.samples[3].tokens is not a number`. */
  fault: string;
}

/** Never throws: what is not a run is named as such. */
export function readRun(id: string, value: unknown): { run: RunRecord } | { malformed: MalformedRun } {
  const fault = fields(run)(value, "run");
  if (fault !== null) return { malformed: { id, fault } };
  const record = value as RunRecord;
  return record.id === id ? { run: record } : { malformed: { id, fault: "run.id is not its key" } };
}

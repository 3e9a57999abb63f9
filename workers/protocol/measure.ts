// What a measurement of the machine says: plain data, as in ../protocol.ts.
import type { DeviceKind } from "../../models/card";

/** What one decode step multiplies by. Tables that are only looked up do not count. */
export interface StepWeights {
  /** Numbers, however they are packed. */
  parameters: number;
  /** As the device holds them. */
  bytes: number;
}

export interface MeasureRequest {
  model: string;
  /** The device that the model was loaded on. */
  device: DeviceKind;
  /** Bytes that a decode step reads of the weights, where known: copying is measured at that size too. */
  weightBytes?: number;
}

/** One thing to measure. */
export type MeasureTask =
  /** Copying that many bytes, in the memory the device computes in. */
  | { measure: "copy"; bytes: number }
  /** Starting work that does nothing: an empty graph on WebAssembly, an empty compute shader on WebGPU. */
  | { measure: "dispatch" }
  /** Reading a prompt at batch 1. */
  | { measure: "prefill"; tokens: number }
  /** One token more for each sample, behind a prompt of `context` tokens. */
  | { measure: "decode"; samples: number; context: number };

/** The median of several tries, and the quarter of them below and above which were faster and slower. */
export interface Spread {
  ms: number;
  lowMs: number;
  highMs: number;
  tries: number;
}

export type Measurement =
  /** Each byte is read and written: memory traffic is twice `bytesPerSecond`. The best of its tries. */
  | { measure: "copy"; bytes: number; bytesPerSecond: number; tries: number }
  | ({ measure: "dispatch" } & Spread)
  | ({ measure: "prefill"; tokens: number } & Spread)
  /** `dispatches`: how often a step starts work on the device, where it was counted. */
  | ({ measure: "decode"; samples: number; context: number; dispatches?: number } & Spread);

export type Skipped = "no-memory" | "too-slow";

/**
 * What happens during a measurement, in order: `planned`, then for each task `started` and either `measured` or
 * `skipped`, and `finished`.
 */
export type MeasureEvent =
  | { type: "planned"; tasks: MeasureTask[]; adapter?: string }
  | { type: "started"; task: MeasureTask }
  | { type: "measured"; measurement: Measurement }
  | { type: "skipped"; task: MeasureTask; reason: Skipped }
  | { type: "finished"; reason: MeasureEnd };

export type MeasureEnd = "finished" | "cancelled";

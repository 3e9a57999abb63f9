// The whole experiment is one record, and the record is a link (experiment-link.ts).
import type { NumberName } from "./number-settings";

export const DEVICES = ["auto", "webgpu", "wasm"] as const;
export type Device = (typeof DEVICES)[number];

export interface Experiment extends Record<NumberName, number> {
  model: string;
  device: Device;
  level: number;
  /** Number of the generated problem, or null for a question of one's own. */
  problem: number | null;
  question: string;
  expected: string;
  /** As it is written (memory-setting.ts); empty is automatic. */
  memory: string;
  /** Ids of the methods that have other models read the samples once they are drawn, with commas between; empty is none. */
  read: string;
}

/** While the fields are being edited a number may be missing. */
export type Draft = Omit<Experiment, NumberName> & Record<NumberName, number | null>;

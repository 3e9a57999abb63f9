import type { DeviceKind } from "../../../models/card";
import type { Measurement } from "../../../workers/protocol/measure";
import { openGpuProbe } from "./gpu-probe";
import { openWasmProbe } from "./wasm-probe";

/** What can be measured of a device without a model. */
export interface DeviceProbe {
  /** The GPU's name, as far as the browser tells it. */
  readonly adapter?: string;
  /** Throws a RangeError where there is no room for the copy. */
  copy(bytes: number, signal: AbortSignal): Promise<Measurement>;
  dispatch(signal: AbortSignal): Promise<Measurement>;
  /** Runs a step, and tells how often it started work on the device; undefined where that is once. */
  countDispatches(step: () => Promise<unknown>): Promise<number | undefined>;
  close(): Promise<void>;
}

export function openProbe(device: DeviceKind): Promise<DeviceProbe> {
  return device === "webgpu" ? openGpuProbe() : openWasmProbe();
}

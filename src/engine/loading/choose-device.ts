import type { DeviceKind } from "../../../models/card";
import { fetchPart } from "../fetch-part";
import type { Gpu } from "../onnx/gpu";

/** Where a model will run. */
export interface Target {
  device: DeviceKind;
  /** Only for WebGPU. */
  gpu?: Gpu;
  /** One line on why WebGPU is not used although it was wanted. */
  note?: string;
}

/** `auto` follows what the model prefers. A software adapter is slower than WebAssembly, so it must be asked for. */
export async function chooseDevice(wanted: DeviceKind | "auto", preferred: DeviceKind): Promise<Target> {
  if (wanted === "wasm") return { device: "wasm" };
  if (!globalThis.navigator?.gpu) return onWasm(reasonWithoutGpu());
  if (wanted === "auto" && preferred === "wasm") return { device: "wasm" };

  const { findGpu } = await fetchPart(import("./other-ways"));
  const found = await findGpu(wanted === "webgpu");
  return typeof found === "string" ? onWasm(found) : { device: "webgpu", ...found };
}

function onWasm(reason: string): Target {
  return { device: "wasm", note: `Running on WebAssembly. ${reason}` };
}

function reasonWithoutGpu(): string {
  return globalThis.isSecureContext === false
    ? "Browsers offer WebGPU only to secure pages: open this one over https, or on localhost."
    : "This browser has no WebGPU.";
}

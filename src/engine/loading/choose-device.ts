import type { DeviceKind } from "../../../models/card";
import { findAdapter, type Gpu, isSoftware, openGpu } from "../onnx/gpu";

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

  const adapter = await findAdapter();
  if (!adapter) return onWasm("The browser offers no GPU on this machine.");
  if (wanted === "auto" && isSoftware(adapter)) {
    return onWasm("WebGPU is only emulated on this machine, which is slower.");
  }
  try {
    return { device: "webgpu", gpu: await openGpu(adapter) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return onWasm(`The GPU could not be opened (${reason}).`);
  }
}

function onWasm(reason: string): Target {
  return { device: "wasm", note: `Running on WebAssembly. ${reason}` };
}

function reasonWithoutGpu(): string {
  return globalThis.isSecureContext === false
    ? "Browsers offer WebGPU only to secure pages: open this one over https, or on localhost."
    : "This browser has no WebGPU.";
}

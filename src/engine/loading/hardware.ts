import type { Hardware } from "../../../workers/protocol/hardware";
import type { Runtime } from "../onnx/runtime";
import { heapLimitBytes } from "../onnx/wasm-heap";

/** What a model on WebAssembly runs on. */
export function processorOf({ ort, build }: Runtime): Hardware {
  return {
    device: "wasm",
    build,
    threads: ort.env.wasm.numThreads!,
    memoryLimitBytes: heapLimitBytes(),
  };
}

import type { Hardware } from "../../../workers/protocol/hardware";
import { type Gpu, nameOf } from "../onnx/gpu";
import type { Runtime } from "../onnx/runtime";
import { heapLimitBytes } from "../onnx/wasm-heap";

/** What a model runs on. */
export function hardwareOf({ ort, build }: Runtime, gpu: Gpu | undefined): Hardware {
  if (!gpu) {
    return {
      device: "wasm",
      build,
      threads: ort.env.wasm.numThreads!,
      memoryLimitBytes: heapLimitBytes(),
    };
  }
  const { adapter, device } = gpu;
  const { vendor, architecture } = adapter.info;
  const { maxBufferSize, maxStorageBufferBindingSize } = device.limits;
  const offered = adapter.features.has("subgroups") ? "unused" : "absent";
  return {
    device: "webgpu",
    build,
    adapter: nameOf(adapter.info),
    vendor,
    architecture,
    maxBufferBytes: maxBufferSize,
    maxBindingBytes: maxStorageBufferBindingSize,
    float16: device.features.has("shader-f16"),
    subgroups: device.features.has("subgroups") ? "used" : offered,
  };
}

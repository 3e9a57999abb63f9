import type { Hardware } from "../../../workers/protocol/hardware";
import { type Gpu, nameOf } from "../onnx/gpu";
import type { Runtime } from "../onnx/runtime";

/** What a model on a GPU runs on. */
export function graphicsOf({ build }: Runtime, { adapter, device }: Gpu): Hardware {
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

import { GpuRunner } from "../gpu-prefix/gpu-run";
import { GpuSharedDecoder } from "../gpu-prefix/gpu-shared-decoder";
import { newKey, newValue } from "../graph/attention-names";
import { createSession } from "./create-session";
import type { Gpu } from "./gpu";
import type { OpenDecoder } from "./open-decoder";
import type { Rewritten } from "./open-shared";
import { runOn } from "./run-decoder";
import type { Runtime } from "./runtime";

export async function openSharedOnGpu(
  runtime: Runtime,
  { files, shape }: Rewritten,
  gpu: Gpu,
): Promise<OpenDecoder> {
  const { ort, exclusive } = runtime;
  const layers = Array.from({ length: shape.layers }, (_, layer) => layer);
  const onGpu = ["logits", ...layers.flatMap((layer) => [newKey(layer), newValue(layer)])];
  const session = await exclusive(() => createSession(ort, files, gpu, onGpu));
  const runner = new GpuRunner(ort, shape, session.inputNames, runOn(runtime, session, gpu));
  const decoder = new GpuSharedDecoder(ort, gpu, shape, runner);
  const release = () => exclusive(() => session.release()).finally(() => decoder.caches.dispose());
  return { decoder, release };
}

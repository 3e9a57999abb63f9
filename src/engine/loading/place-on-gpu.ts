import type { Decoder } from "../decoder";
import type { GraphFiles } from "../onnx/create-session";
import type { Gpu } from "../onnx/gpu";
import type { Runtime } from "../onnx/runtime";
import { warmUpOf } from "../onnx/warm-decoder";
import { graphicsOf } from "./gpu-hardware";
import { joinSharing } from "./join-sharing";
import type { Place } from "./place";

/** GPUs do not tell their memory. What a single buffer may be is a fraction of it, and 2 GB is what most have to spare. */
const MOST_CACHE_BYTES = 2_000_000_000;

interface Opened {
  runtime: Runtime;
  decoder: Decoder;
  files: GraphFiles;
  /** Absent where the graph's attention was chosen for good. */
  readAgain?: () => Promise<GraphFiles>;
}

export function onGpu(gpu: Gpu, { runtime, decoder, files, readAgain }: Opened): Place {
  const sharing =
    readAgain && !decoder.sharesPrefix ? joinSharing(runtime, files, gpu, readAgain) : undefined;
  return {
    hardware: graphicsOf(runtime, gpu),
    budgetBytes: Math.min(MOST_CACHE_BYTES, gpu.device.limits.maxBufferSize),
    outlivesFullMemory: false, // A buffer that could not be made leaves its device with nonsense.
    warmUp: warmUpOf(decoder),
    ...(sharing && { sharing }),
    runtime: () => gpu.buffers.read(),
  };
}

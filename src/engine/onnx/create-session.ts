import type { InferenceSession } from "onnxruntime-web";
import { EngineError } from "../../../workers/protocol";
import type { Gpu } from "./gpu";
import { isOutOfMemory } from "./runtime-error";
import type { Ort } from "./runtime";

/** A graph's bytes, and the files with its weights where they lie apart, by the names the graph has for them. */
export interface GraphFiles {
  graph: Uint8Array;
  externalData: { path: string; data: Uint8Array }[];
}

/** Compiles a graph, on a GPU where one is given. `onGpu` names the outputs that stay there. */
export function createSession(
  ort: Ort,
  { graph, externalData }: GraphFiles,
  gpu?: Gpu,
  onGpu: readonly string[] = [],
): Promise<InferenceSession> {
  const options: InferenceSession.SessionOptions = {
    externalData,
    logSeverityLevel: 3, // Errors; its warnings say which operators stay on the CPU.
    executionProviders: gpu ? [{ name: "webgpu", device: gpu.device }] : ["wasm"],
  };
  if (gpu) {
    options.preferredOutputLocation = Object.fromEntries(onGpu.map((name) => [name, "gpu-buffer" as const]));
  }
  return ort.InferenceSession.create(graph, options).catch(explain);
}

/** Memory that runs out is explained elsewhere; what is left is the graph's fault. */
function explain(error: unknown): never {
  const reason = error instanceof Error ? error.message : String(error);
  const weights = /[\w.-]+\.onnx_data(_\d+)?/.exec(reason)?.[0];
  if (weights) {
    throw new EngineError(
      "model-incomplete",
      `The graph's weights are in ${weights}, which is missing or cut short. Put the whole file beside the graph and choose the folder again.`,
    );
  }
  if (/protobuf/i.test(reason)) {
    throw new EngineError("model-corrupt", "The graph is not a whole ONNX file. Fetch the model again.");
  }
  if (isOutOfMemory(error)) throw error;
  throw new EngineError("model-unsupported", `The runtime cannot run this model's graph: ${reason}`);
}

import type { LoadRequest } from "../../../workers/protocol";
import type { Decoder } from "../decoder";
import { createSession, type GraphFiles } from "./create-session";
import { inspectGraph } from "./decoder-graph";
import { GqaDecoder } from "./gqa-decoder";
import type { Gpu } from "./gpu";
import { openShared } from "./open-shared";
import { runOn } from "./run-decoder";
import type { Runtime } from "./runtime";

export interface OpenDecoder {
  decoder: Decoder;
  readonly release: () => Promise<void>;
}

/**
 * On WebAssembly with attention of our own, many times faster there than the runtime's operator; as exported on a GPU, whose
 * operator is good, and where a graph cannot be rewritten.
 */
export async function openDecoder(
  runtime: Runtime,
  files: GraphFiles,
  layers: number,
  gpu: Gpu | undefined,
  attention: LoadRequest["attention"] = gpu ? "exported" : "shared",
): Promise<OpenDecoder> {
  const shared = attention === "shared" ? await openShared(runtime, files, gpu) : undefined;
  return shared ?? openAsExported(runtime, files, layers, gpu);
}

async function openAsExported(
  runtime: Runtime,
  files: GraphFiles,
  layers: number,
  gpu: Gpu | undefined,
): Promise<OpenDecoder> {
  const { ort, exclusive } = runtime;
  const onGpu = Array.from({ length: layers }, (_, layer) => [
    `present.${layer}.key`,
    `present.${layer}.value`,
  ]);
  const session = await exclusive(() => createSession(ort, files, gpu, ["logits", ...onGpu.flat()]));
  const release = () => exclusive(() => session.release());
  try {
    const graph = inspectGraph(session);
    const decoder = new GqaDecoder(ort, graph, runOn(runtime, session, gpu), gpu);
    return { decoder, release };
  } catch (error) {
    await release();
    throw error;
  }
}

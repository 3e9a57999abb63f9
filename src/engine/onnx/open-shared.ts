import type { DeviceKind } from "../../../models/card";
import { errorCode } from "../../../workers/protocol";
import { fetchPart } from "../fetch-part";
import { NotOnnx, readOnnxModel } from "../graph/onnx-model";
import { CannotRewrite } from "../graph/read-attention";
import { rewriteDecoder } from "../graph/rewrite-decoder";
import { writeOnnxModel } from "../graph/write-onnx-model";
import { bytesPerToken, type CacheShape } from "../shared-prefix/cache-shape";
import { DecoderRunner } from "../shared-prefix/decoder-run";
import { SharedDecoder } from "../shared-prefix/shared-decoder";
import { createSession, type GraphFiles } from "./create-session";
import type { Gpu } from "./gpu";
import type { OpenDecoder } from "./open-decoder";
import { runOn } from "./run-decoder";
import type { Runtime } from "./runtime";

/** The name by which a rewritten graph refers to the file it was made of. */
const WEIGHTS = "quorum-weights";

/** What a token takes in a graph with attention of our own, where it could be opened so on a GPU. */
export function sharedBytesPerToken(files: GraphFiles): number | undefined {
  const rewritten = rewrite(files, "webgpu");
  return rewritten && bytesPerToken(rewritten.shape);
}

/** Opens a graph with attention of our own; undefined where it is not to be had. */
export async function openShared(
  runtime: Runtime,
  files: GraphFiles,
  gpu: Gpu | undefined,
): Promise<OpenDecoder | undefined> {
  const rewritten = rewrite(files, gpu ? "webgpu" : "wasm");
  if (!rewritten) return undefined;
  const open = gpu ? openOnGpu(runtime, rewritten, gpu) : openOnWasm(runtime, rewritten);
  return open.catch(refused);
}

async function openOnGpu(runtime: Runtime, rewritten: Rewritten, gpu: Gpu): Promise<OpenDecoder> {
  const { openSharedOnGpu } = await fetchPart(import("../loading/other-ways"));
  return openSharedOnGpu(runtime, rewritten, gpu);
}

/** What the runtime does not take as we wrote it, it may take as it was. */
function refused(error: unknown): undefined {
  if (errorCode(error) !== "model-unsupported") throw error;
}

async function openOnWasm(runtime: Runtime, { files, shape }: Rewritten): Promise<OpenDecoder> {
  const { ort, exclusive } = runtime;
  const session = await exclusive(() => createSession(ort, files));
  const runner = new DecoderRunner(ort, shape, session.inputNames, runOn(runtime, session));
  return { decoder: new SharedDecoder(shape, runner), release: () => exclusive(() => session.release()) };
}

export interface Rewritten {
  files: GraphFiles;
  shape: CacheShape;
}

/** The weights stay where they are: the new graph refers to the old one's bytes. */
function rewrite({ graph, externalData }: GraphFiles, device: DeviceKind): Rewritten | undefined {
  try {
    const { model, layers } = rewriteDecoder(readOnnxModel(graph), device);
    const [{ heads, kvHeads, headDim }] = layers as [(typeof layers)[0]];
    return {
      files: {
        graph: writeOnnxModel(model, WEIGHTS),
        externalData: [...externalData, { path: WEIGHTS, data: graph }],
      },
      shape: { layers: layers.length, kvHeads, headDim, group: heads / kvHeads },
    };
  } catch (error) {
    if (error instanceof CannotRewrite || error instanceof NotOnnx) return undefined; // The runtime says it better.
    throw error;
  }
}

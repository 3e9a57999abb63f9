import type { InferenceSession, Tensor } from "onnxruntime-web";
import { errorCode, type LoadRequest } from "../../../workers/protocol";
import type { Decoder } from "../decoder";
import { NotOnnx, readOnnxModel } from "../graph/onnx-model";
import { CannotRewrite } from "../graph/read-attention";
import { rewriteDecoder } from "../graph/rewrite-decoder";
import { writeOnnxModel } from "../graph/write-onnx-model";
import { DecoderRunner } from "../shared-prefix/decoder-run";
import { SharedDecoder } from "../shared-prefix/shared-decoder";
import { createSession, type GraphFiles } from "./create-session";
import { inspectGraph } from "./decoder-graph";
import { GqaDecoder, type RunDecoder } from "./gqa-decoder";
import type { Gpu } from "./gpu";
import type { Runtime } from "./runtime";
import { asEngineError } from "./runtime-error";

/** The name by which a rewritten graph refers to the file it was made of. */
const WEIGHTS = "quorum-weights";

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
  const shared = attention === "shared" ? await openShared(runtime, files, gpu).catch(refused) : undefined;
  return shared ?? openAsExported(runtime, files, layers, gpu);
}

/** What the runtime does not take as we wrote it, it may take as it was. */
function refused(error: unknown): undefined {
  if (errorCode(error) !== "model-unsupported") throw error;
}

async function openShared(
  runtime: Runtime,
  files: GraphFiles,
  gpu: Gpu | undefined,
): Promise<OpenDecoder | undefined> {
  const rewritten = rewrite(files);
  if (!rewritten) return undefined;
  const { ort, exclusive } = runtime;
  const session = await exclusive(() => createSession(ort, rewritten.files, gpu));
  const runner = new DecoderRunner(ort, rewritten.shape, session.inputNames, runOn(runtime, session, gpu));
  return {
    decoder: new SharedDecoder(rewritten.shape, runner),
    release: () => exclusive(() => session.release()),
  };
}

/** The weights stay where they are: the new graph refers to the old one's bytes. */
function rewrite({ graph, externalData }: GraphFiles) {
  try {
    const { model, layers } = rewriteDecoder(readOnnxModel(graph));
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

/**
 * A lost GPU may leave a run waiting for ever, so each one races the loss. Nobody else may enter the runtime before it has
 * ended all the same: to release its session under it would leave the runtime's memory in disorder.
 */
function runOn({ exclusive }: Runtime, session: InferenceSession, gpu?: Gpu): RunDecoder {
  return async (feeds: Record<string, Tensor>, fetches?: Record<string, Tensor | null>) => {
    const run = () => (fetches ? session.run(feeds, fetches) : session.run(feeds));
    try {
      return await (gpu ? Promise.race([exclusive(run), gpu.failed]) : exclusive(run));
    } catch (error) {
      throw await asEngineError(error, gpu);
    }
  };
}

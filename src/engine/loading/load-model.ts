import type { LoadedModel, LoadEvent, LoadRequest } from "../../../workers/protocol";
import type { Hardware } from "../../../workers/protocol/hardware";
import type { StepWeights } from "../../../workers/protocol/measure";
import { weightsOf } from "../graph/count-weights";
import type { LanguageModel } from "../language-model";
import { openDecoder } from "../onnx/open-decoder";
import { OnnxLanguageModel } from "../onnx/onnx-language-model";
import { asEngineError } from "../onnx/runtime-error";
import { heapBytes } from "../onnx/wasm-heap";
import { startRuntime } from "../onnx/runtime";
import { warmUpOf } from "../onnx/warm-decoder";
import { chooseDevice, type Target } from "./choose-device";
import { download } from "./download";
import { hardwareOf } from "./hardware";
import { joinSharing } from "./join-sharing";
import type { FileEntry, ModelFiles } from "./model-files";
import { listTextFiles, readTextFiles } from "./text-files";

/** What keys and values may take in a WebAssembly memory of 4 GB, which also holds weights and scores, twice over. */
const WASM_CACHE_BYTES = 1_000_000_000;

/** GPUs do not tell their memory. What a single buffer may be is a fraction of it, and 2 GB is what most have to spare. */
function gpuCacheBytes({ limits }: GPUDevice): number {
  return Math.min(2_000_000_000, limits.maxBufferSize);
}

/** Device → files and runtime side by side → session. Rejects unless the whole model is there, and right. */
export async function loadModel(
  { model: name, device: wanted, attention }: Pick<LoadRequest, "model" | "device" | "attention">,
  files: ModelFiles,
  onEvent: (event: LoadEvent) => void,
  signal: AbortSignal,
): Promise<{ model: LanguageModel; loaded: LoadedModel }> {
  const start = performance.now();
  const target = await chooseDevice(wanted, files.preferred);
  try {
    const opened = await loadOn(target, files, attention, onEvent, signal);
    const { model, architecture, hardware, graphSha, weights } = opened;
    const { contextLength, vocabularySize } = model;
    const loaded: LoadedModel = {
      model: name,
      device: target.device,
      hardware,
      architecture,
      contextLength,
      vocabularySize,
      cache: model.cache,
      ms: performance.now() - start,
    };
    if (target.note) loaded.deviceNote = target.note;
    if (graphSha) loaded.graphSha = graphSha;
    if (weights) loaded.weights = weights;
    return { model, loaded };
  } catch (error) {
    const reason = await asEngineError(error, target.gpu);
    target.gpu?.device.destroy();
    throw reason;
  }
}

interface Opened {
  model: OnnxLanguageModel;
  architecture: string;
  hardware: Hardware;
  graphSha: string | undefined;
  weights: StepWeights | undefined;
}

async function loadOn(
  { device, gpu }: Target,
  files: ModelFiles,
  attention: LoadRequest["attention"],
  onEvent: (event: LoadEvent) => void,
  signal: AbortSignal,
): Promise<Opened> {
  const starting = startRuntime(device); // Compiles while the weights come.
  const graph = files.graphFor(device, { float16: gpu?.device.features.has("shader-f16") ?? false });
  const contents = await download(files, [...listTextFiles(files), ...graph], onEvent, signal);
  onEvent({ type: "compiling" });

  const { config, tokenizer } = readTextFiles(contents);
  const runtime = await starting;
  signal.throwIfAborted();
  const inGraph = graphFiles(graph, contents);
  const { decoder, release } = await openDecoder(runtime, inGraph, config.layers, gpu, attention);
  const readAgain = async () =>
    graphFiles(graph, await download(files, graph, () => {}, new AbortController().signal));
  const sharing =
    gpu && !attention && !decoder.sharesPrefix ? joinSharing(runtime, inGraph, gpu, readAgain) : undefined;
  const model = new OnnxLanguageModel({
    config,
    tokenizer,
    decoder,
    budgetBytes: gpu ? gpuCacheBytes(gpu.device) : WASM_CACHE_BYTES,
    outlivesFullMemory: !gpu, // A buffer that could not be made leaves its device with nonsense.
    warmUp: gpu ? warmUpOf(decoder) : () => Promise.resolve(), // WebAssembly gains nothing by it (docs/performance.md).
    weightBytes: graph.reduce((sum, { bytes }) => sum + bytes, 0),
    runtime: () => gpu?.buffers.read() ?? { purpose: "runtime", live: heapBytes(), peak: heapBytes() },
    ...(sharing && { sharing }),
    release: () => release().finally(() => gpu?.device.destroy()),
  });
  const weights = weightsOf(contents.get(graph[0]!.path)!);
  return {
    model,
    architecture: config.architecture,
    hardware: hardwareOf(runtime, gpu),
    graphSha: graph[0]!.sha256,
    weights,
  };
}

function graphFiles([graph, ...weights]: readonly FileEntry[], contents: ReadonlyMap<string, Uint8Array>) {
  return {
    graph: contents.get(graph!.path)!,
    externalData: weights.map(({ path }) => ({ path: path.split("/").pop()!, data: contents.get(path)! })),
  };
}

import type { LoadedModel, LoadEvent, LoadRequest } from "../../../workers/protocol";
import type { Hardware } from "../../../workers/protocol/hardware";
import type { StepWeights } from "../../../workers/protocol/measure";
import { weightsOf } from "../graph/count-weights";
import { fetchPart } from "../fetch-part";
import type { LanguageModel } from "../language-model";
import { openDecoder } from "../onnx/open-decoder";
import { OnnxLanguageModel } from "../onnx/onnx-language-model";
import { asEngineError } from "../onnx/runtime-error";
import { startRuntime } from "../onnx/runtime";
import { chooseDevice, type Target } from "./choose-device";
import { download } from "./download";
import type { FileEntry, ModelFiles } from "./model-files";
import { onWasm } from "./place";
import { listTextFiles, readTextFiles } from "./text-files";

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
  const opened = { runtime, decoder, files: inGraph, ...(!attention && { readAgain }) };
  const { hardware, ...place } = gpu
    ? (await fetchPart(import("./other-ways"))).onGpu(gpu, opened)
    : onWasm(runtime);
  const model = new OnnxLanguageModel({
    config,
    tokenizer,
    decoder,
    ...place,
    weightBytes: graph.reduce((sum, { bytes }) => sum + bytes, 0),
    release: () => release().finally(() => gpu?.device.destroy()),
  });
  const weights = weightsOf(contents.get(graph[0]!.path)!);
  return {
    model,
    architecture: config.architecture,
    hardware,
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

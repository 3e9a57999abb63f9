import type { LoadedModel, LoadEvent, LoadRequest } from "../../../workers/protocol";
import type { LanguageModel } from "../language-model";
import { createSession } from "../onnx/create-session";
import { OnnxLanguageModel } from "../onnx/onnx-language-model";
import { asEngineError } from "../onnx/runtime-error";
import { startRuntime } from "../onnx/runtime";
import { chooseDevice, type Target } from "./choose-device";
import { download } from "./download";
import type { FileEntry, ModelFiles } from "./model-files";
import { listTextFiles, readTextFiles } from "./text-files";

/** Device → files and runtime side by side → session. Rejects unless the whole model is there, and right. */
export async function loadModel(
  { model: name, device: wanted }: Pick<LoadRequest, "model" | "device">,
  files: ModelFiles,
  onEvent: (event: LoadEvent) => void,
  signal: AbortSignal,
): Promise<{ model: LanguageModel; loaded: LoadedModel }> {
  const start = performance.now();
  const target = await chooseDevice(wanted, files.preferred);
  try {
    const { model, architecture, graphSha } = await loadOn(target, files, onEvent, signal);
    const { contextLength, vocabularySize } = model;
    const loaded: LoadedModel = {
      model: name,
      device: target.device,
      architecture,
      contextLength,
      vocabularySize,
      ms: performance.now() - start,
    };
    if (target.note) loaded.deviceNote = target.note;
    if (graphSha) loaded.graphSha = graphSha;
    return { model, loaded };
  } catch (error) {
    const reason = await asEngineError(error, target.gpu);
    target.gpu?.device.destroy();
    throw reason;
  }
}

async function loadOn(
  { device, gpu }: Target,
  files: ModelFiles,
  onEvent: (event: LoadEvent) => void,
  signal: AbortSignal,
): Promise<{ model: OnnxLanguageModel; architecture: string; graphSha: string | undefined }> {
  const starting = startRuntime(device); // Compiles while the weights come.
  const graph = files.graphFor(device, { float16: gpu?.device.features.has("shader-f16") ?? false });
  const contents = await download(files, [...listTextFiles(files), ...graph], onEvent, signal);
  onEvent({ type: "compiling" });

  const { config, tokenizer } = readTextFiles(contents);
  const runtime = await starting;
  signal.throwIfAborted();
  const session = await runtime.exclusive(() =>
    createSession(runtime.ort, graphFiles(graph, contents), config.layers, gpu),
  );
  const model = new OnnxLanguageModel({ runtime, gpu, config, tokenizer, ...session });
  return { model, architecture: config.architecture, graphSha: graph[0]!.sha256 };
}

function graphFiles([graph, ...weights]: readonly FileEntry[], contents: ReadonlyMap<string, Uint8Array>) {
  return {
    graph: contents.get(graph!.path)!,
    externalData: weights.map(({ path }) => ({ path: path.split("/").pop()!, data: contents.get(path)! })),
  };
}

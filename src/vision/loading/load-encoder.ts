import type { DeviceKind } from "../../../models/card";
import { EngineError } from "../../../workers/protocol";
import type { EncoderProgress, LoadedEncoder, Logits } from "../../../workers/protocol/vision";
import { chooseDevice, type Target } from "../../engine/loading/choose-device";
import { download } from "../../engine/loading/download";
import type { FileEntry } from "../../engine/loading/model-files";
import { sha256 } from "../../engine/loading/sha256";
import { createSession } from "../../engine/onnx/create-session";
import { asEngineError } from "../../engine/onnx/runtime-error";
import { startRuntime } from "../../engine/onnx/runtime";
import { Encoder } from "../encoder";
import { readPixels, type PixelReader } from "../pixels/read-pixels";
import { readProcessor } from "../pixels/read-processor";
import { readLogits } from "../read-logits";
import { createLabelTokenizer } from "../text/label-tokenizer";
import { readTextContract } from "../text/text-contract";
import { TokenEmbeddings } from "../text/token-embeddings";
import type { EncoderFiles } from "./encoder-files";

const JSON_FILES = ["config.json", "preprocessor_config.json", "tokenizer.json", "tokenizer_config.json"];

type Contents = ReadonlyMap<string, Uint8Array>;

export interface EncoderOptions {
  device: DeviceKind | "auto";
  /** Who reads pictures, where it is not this thread. */
  readPixels?: PixelReader;
}

/** Device → files and runtime side by side → two sessions. Rejects unless the whole encoder is there, and right. */
export async function loadEncoder(
  files: EncoderFiles,
  options: EncoderOptions,
  tell: (event: EncoderProgress) => void,
  signal: AbortSignal,
): Promise<{ encoder: Encoder; loaded: LoadedEncoder }> {
  const start = performance.now();
  const target = await chooseDevice(options.device, files.preferred);
  try {
    const { encoder, about } = await loadOn(target, files, options, tell, signal);
    const note = target.note && files.preferred === "webgpu" ? { deviceNote: target.note } : {};
    return { encoder, loaded: { ...about, device: target.device, ...note, ms: performance.now() - start } };
  } catch (error) {
    const reason = await asEngineError(error, target.gpu);
    target.gpu?.device.destroy();
    throw reason;
  }
}

async function loadOn(
  { device, gpu }: Target,
  files: EncoderFiles,
  options: EncoderOptions,
  tell: (event: EncoderProgress) => void,
  signal: AbortSignal,
) {
  const starting = startRuntime(device); // Compiles while the weights come.
  const abilities = { float16: gpu?.device.features.has("shader-f16") ?? false };
  const towers = (["vision_model", "text_model"] as const).map((name) =>
    files.tower(name, device, abilities),
  );
  const texts = JSON_FILES.map((path) => files.find(path) ?? missing(path));
  const contents = await download(
    files,
    [...texts, ...towers.flat()],
    (event) => tell(event as EncoderProgress),
    signal,
  );
  tell({ type: "compiling" });

  const { config, ...rest } = readTexts(contents);
  const runtime = await starting;
  signal.throwIfAborted();
  const open = (tower: readonly FileEntry[]) => createSession(runtime.ort, graphFiles(tower, contents), gpu);
  const imageTower = await runtime.exclusive(() => open(towers[0]!));
  const textTower = await runtime.exclusive(() => open(towers[1]!));
  const { table } = rest.contract;
  const encoder = new Encoder({
    runtime,
    imageTower,
    textTower,
    readPixels: options.readPixels ?? readPixels,
    ...rest,
    ...(table && { table: new TokenEmbeddings(table.layout, files.ranges(table.layout.path)) }),
    release: () => gpu?.device.destroy(),
  });
  const graphs = await Promise.all(towers.map(([graph]) => sha256(contents.get(graph!.path)!)));
  const about = {
    architecture: config.model_type ?? "unknown",
    dim: config.quorum?.dim ?? config.projection_dim,
    context: rest.contract.context,
    logits: readLogits(config),
    fingerprint: graphs.join(" "),
  };
  return { encoder, about };
}

interface ConfigJson {
  model_type?: string;
  projection_dim?: number;
  quorum?: { dim?: number; logits?: Logits };
}

function readTexts(contents: Contents) {
  const [config, preprocessor, tokenizer, tokenizerConfig] = JSON_FILES.map((path) => parse(path, contents));
  return {
    config: config as ConfigJson,
    contract: readTextContract(config as Parameters<typeof readTextContract>[0]),
    processor: readProcessor(preprocessor),
    tokenizer: openTokenizer(tokenizer!, tokenizerConfig!),
  };
}

function openTokenizer(...files: Parameters<typeof createLabelTokenizer>) {
  try {
    return createLabelTokenizer(...files);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EngineError("model-unsupported", `Quorum cannot read this encoder's tokenizer: ${reason}`);
  }
}

function parse(path: string, contents: Contents): object {
  try {
    return JSON.parse(new TextDecoder().decode(contents.get(path))) as object;
  } catch {
    throw new EngineError(
      "model-corrupt",
      `${path} is not valid JSON, so the encoder was not used. Fetch it again.`,
    );
  }
}

function missing(path: string): never {
  throw new EngineError("model-incomplete", `The encoder lacks ${path}.`);
}

function graphFiles([graph, ...weights]: readonly FileEntry[], contents: Contents) {
  return {
    graph: contents.get(graph!.path)!,
    externalData: weights.map(({ path }) => ({ path: path.split("/").pop()!, data: contents.get(path)! })),
  };
}

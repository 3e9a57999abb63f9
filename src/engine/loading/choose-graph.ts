import type { DeviceKind } from "../../../models/card";
import { EngineError } from "../../../workers/protocol";
import type { Abilities, FileEntry } from "./model-files";

/** Up to this size the float32 graph runs fastest on WebAssembly: 4 bits cost it many times the arithmetic. */
const SMALL_BYTES = 250_000_000;

const ON_GPU = ["model_q4", "model_bnb4", "model", "model_fp16", "model_quantized"];
const ON_GPU_WITH_FLOAT16 = ["model_q4f16", "model_q4", "model_fp16", "model_bnb4", "model", "model_quantized"];
const SMALL_ON_WASM = ["model", "model_fp16", "model_q4", "model_quantized", "model_int8", "model_uint8"];
const LARGE_ON_WASM = ["model_q4", "model_quantized", "model_int8", "model_uint8", "model", "model_q4f16"];

/** The best graph of a folder for a device; where none of the hub's usual names is there, the first. */
export function chooseGraph(
  folder: string,
  graphs: readonly FileEntry[],
  device: DeviceKind,
  { float16 }: Abilities,
): FileEntry {
  const usable = graphs.filter(({ path }) => float16 || device === "wasm" || !/f(p|)16/.test(path));
  const full = graphs.find(({ path }) => nameOf(path) === "model");
  const small = full !== undefined && full.bytes > 1_000_000 && full.bytes <= SMALL_BYTES;
  const onGpu = float16 ? ON_GPU_WITH_FLOAT16 : ON_GPU;
  const order = device === "webgpu" ? onGpu : small ? SMALL_ON_WASM : LARGE_ON_WASM;

  const preferred = order.flatMap((name) => usable.filter(({ path }) => nameOf(path) === name));
  const graph = preferred[0] ?? usable[0];
  if (graph) return graph;
  throw new EngineError(
    "model-unsupported",
    `"${folder}" has only 16-bit graphs (${graphs.map(({ path }) => path).join(", ")}), which this GPU cannot run. Add onnx/model_q4.onnx, or choose WebAssembly.`,
  );
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.onnx$/, "");
}

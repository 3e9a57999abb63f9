import type { DeviceKind } from "../../../models/card";
import { EngineError } from "../../../workers/protocol";
import type { Abilities, FileEntry } from "./model-files";

/** Up to this size the float32 graph runs fastest on WebAssembly: 4 bits cost it many times the arithmetic. */
const SMALL_BYTES = 250_000_000;

const ON_GPU = ["model_q4", "model_bnb4", "model", "model_fp16", "model_quantized"];
const ON_GPU_WITH_FLOAT16 = [
  "model_q4f16",
  "model_q4",
  "model_fp16",
  "model_bnb4",
  "model",
  "model_quantized",
];
const SMALL_ON_WASM = ["model", "model_fp16", "model_q4", "model_quantized", "model_int8", "model_uint8"];
const LARGE_ON_WASM = ["model_q4", "model_quantized", "model_int8", "model_uint8", "model", "model_q4f16"];

/** A graph with its weights: one file or several. */
export type Graph = [graph: FileEntry, ...weights: FileEntry[]];

/** The best graph of a folder for a device; where none of the hub's usual names is there, the first. */
export function chooseGraph(
  folder: string,
  graphs: readonly Graph[],
  device: DeviceKind,
  { float16 }: Abilities,
): Graph {
  const full = graphs.find((graph) => nameOf(graph) === "model");
  const isSmall = full !== undefined && bytesOf(full) <= SMALL_BYTES;
  const onGpu = float16 ? ON_GPU_WITH_FLOAT16 : ON_GPU;
  const order = device === "webgpu" ? onGpu : isSmall ? SMALL_ON_WASM : LARGE_ON_WASM;

  const usable = graphs.filter((graph) => float16 || device === "wasm" || !/fp?16/.test(nameOf(graph)));
  const preferred = order.flatMap((name) => usable.filter((graph) => nameOf(graph) === name));
  const graph = preferred[0] ?? usable[0];
  if (graph) return graph;
  throw new EngineError(
    "model-unsupported",
    `"${folder}" has only 16-bit graphs (${graphs.map(nameOf).join(", ")}), which this GPU cannot run. Add onnx/model_q4.onnx, or choose WebAssembly.`,
  );
}

function nameOf([{ path }]: Graph): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.onnx$/, "");
}

function bytesOf(graph: Graph): number {
  return graph.reduce((sum, { bytes }) => sum + bytes, 0);
}

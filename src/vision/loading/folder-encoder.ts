import { EngineError } from "../../../workers/protocol";
import { type FileEntry, isWeightsOf } from "../../engine/loading/model-files";
import { rangesOfBlob } from "../text/byte-ranges";
import type { EncoderFiles } from "./encoder-files";

const NEEDED = ["config.json", "preprocessor_config.json", "tokenizer.json", "tokenizer_config.json"];

/** Suffixes of a tower's graph, best first. Halves need a GPU that knows them. */
const ON_GPU = ["_q4f16", "_fp16", "", "_q4", "_quantized", "_int8", "_uint8"];
const ON_WASM = ["", "_quantized", "_int8", "_uint8", "_fp16", "_q4", "_bnb4"];

/** An encoder in hub layout somewhere in a folder. Throws "model-incomplete" with all that is missing. */
export function folderEncoder(folder: string, listed: readonly { path: string; file: File }[]): EncoderFiles {
  const root = rootOf(listed.map(({ path }) => path));
  const files = new Map(
    listed
      .filter(({ path }) => path.startsWith(root))
      .map(({ path, file }) => [path.slice(root.length), file]),
  );
  const entries: FileEntry[] = [...files].map(([path, { size }]) => ({ path, bytes: size }));
  const graphsOf = (tower: string) =>
    entries.filter(({ path }) => new RegExp(`^(onnx/)?${tower}(_[a-z0-9]+)?\\.onnx$`).test(path));
  const missing = NEEDED.filter((path) => !files.has(path));
  for (const tower of ["vision_model", "text_model"]) {
    if (graphsOf(tower).length === 0) missing.push(`a graph onnx/${tower}.onnx`);
  }
  if (missing.length > 0) {
    throw new EngineError(
      "model-incomplete",
      `The folder "${folder}" lacks ${missing.join(" and ")}. Choose a folder with both towers of a CLIP, SigLIP or MetaCLIP 2 model, as docs/adding-an-encoder.md makes it.`,
    );
  }

  return {
    preferred: "webgpu",
    find: (path) => entries.find((entry) => entry.path === path),
    tower(name, device, { float16 }) {
      const order =
        device === "wasm" ? ON_WASM : ON_GPU.filter((suffix) => float16 || !/f(p)?16/.test(suffix));
      const graphs = graphsOf(name);
      const best = order.flatMap((suffix) =>
        graphs.filter(({ path }) => path.endsWith(`${name}${suffix}.onnx`)),
      );
      const graph = best[0] ?? graphs[0]!;
      return [graph, ...entries.filter(({ path }) => isWeightsOf(graph.path, path))];
    },
    async read({ path, bytes }, onBytes, signal) {
      signal.throwIfAborted();
      const content = new Uint8Array(await files.get(path)!.arrayBuffer());
      onBytes(bytes);
      return content;
    },
    ranges(path) {
      const file = files.get(path);
      if (file) return rangesOfBlob(file);
      throw new EngineError(
        "model-incomplete",
        `The folder "${folder}" lacks ${path}, which its config.json names.`,
      );
    },
  };
}

/** The folder, with a slash at the end, in which the topmost config.json lies. */
function rootOf(paths: readonly string[]): string {
  const roots = paths.filter((path) => /(^|\/)config\.json$/.test(path)).map((path) => path.slice(0, -11));
  return roots.sort((a, b) => a.length - b.length)[0] ?? "";
}

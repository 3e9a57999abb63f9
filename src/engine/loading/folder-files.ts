import { EngineError } from "../../../workers/protocol";
import { chooseGraph, type Graph } from "./choose-graph";
import { type FileEntry, isWeightsOf, type ModelFiles } from "./model-files";

/** A file as a file picker, a drop or a disk gives it; its path may begin with folders that do not matter. */
export interface ListedFile {
  path: string;
  bytes: number;
  read(): Promise<ArrayBuffer>;
}

/** A model in hub layout somewhere in a folder. Throws "model-incomplete" with all that is missing. */
export function folderFiles(name: string, listed: readonly ListedFile[]): ModelFiles {
  const root = findRoot(listed);
  const files = new Map(
    listed.filter(({ path }) => path.startsWith(root)).map((file) => [file.path.slice(root.length), file]),
  );
  const entries: FileEntry[] = [...files].map(([path, { bytes }]) => ({ path, bytes }));
  const graphs = entries.filter(({ path }) => /^(onnx\/)?[^/]+\.onnx$/.test(path)).map(withWeights);
  refuseIncomplete(name, files, graphs.length);

  function withWeights(graph: FileEntry): Graph {
    return [graph, ...entries.filter(({ path }) => isWeightsOf(graph.path, path))];
  }

  return {
    preferred: "webgpu",
    find: (path) => entries.find((entry) => entry.path === path),
    graphFor: (device, abilities) => chooseGraph(name, graphs, device, abilities),

    async read({ path, bytes }, onBytes, signal) {
      signal.throwIfAborted();
      const content = new Uint8Array(await files.get(path)!.read());
      onBytes(bytes);
      return content;
    },
  };
}

/** The folder, with a slash at the end, in which the topmost file of a hub layout lies. */
function findRoot(listed: readonly ListedFile[]): string {
  const roots = listed.flatMap(({ path }) => {
    const match = /^(.*\/)?(config\.json|tokenizer\.json|tokenizer_config\.json|onnx\/[^/]+\.onnx)$/.exec(
      path,
    );
    return match ? [match[1] ?? ""] : [];
  });
  return roots.sort((a, b) => a.length - b.length)[0] ?? "";
}

function refuseIncomplete(name: string, files: ReadonlyMap<string, unknown>, graphs: number): void {
  const missing = ["config.json", "tokenizer.json", "tokenizer_config.json"].filter(
    (path) => !files.has(path),
  );
  if (graphs === 0) missing.push("a graph (onnx/model.onnx, or a quantized one beside it)");
  if (missing.length === 0) return;
  throw new EngineError(
    "model-incomplete",
    `The folder "${name}" lacks ${missing.join(" and ")}. Choose a folder in the layout of onnx-community on the Hugging Face hub.`,
  );
}

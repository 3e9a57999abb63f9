import type { ModelCard } from "../../../models/card";
import { EngineError } from "../../../workers/protocol";
import { checkFile } from "./check-file";
import { isWeightsOf, type ModelFiles } from "./model-files";

/** Gets a file by its path in the model's folder. */
export type ReadFile = (
  path: string,
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
) => Promise<ArrayBuffer | Uint8Array>;

/** The files a card lists, each checked against the length and sha256 that stand there before anybody sees it. */
export function cardFiles(card: ModelCard, readFile: ReadFile): ModelFiles {
  const find = (path: string) => card.files.find((file) => file.path === path);

  return {
    preferred: card.preferred,
    find,

    graphFor(device) {
      const path = card.graph[device];
      const graph = find(path);
      if (!graph)
        throw new EngineError("model-incomplete", `The card of ${card.label} does not list ${path}.`);
      return [graph, ...card.files.filter((file) => isWeightsOf(path, file.path))];
    },

    async read(file, onBytes, signal) {
      const content = await readFile(file.path, onBytes, signal);
      const bytes = content instanceof Uint8Array ? content : new Uint8Array(content);
      await checkFile(`${card.folder}/${file.path}`, file, bytes);
      return bytes;
    },
  };
}

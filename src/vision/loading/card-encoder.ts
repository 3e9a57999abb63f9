import type { EncoderCard } from "../../../models/encoder-card";
import { EngineError } from "../../../workers/protocol";
import { checkFile } from "../../engine/loading/check-file";
import { fetchFrom } from "../../engine/loading/fetch-file";
import type { ReadFile } from "../../engine/loading/card-files";
import { rangesOfUrl } from "../text/byte-ranges";
import type { EncoderFiles } from "./encoder-files";

/** The files a card lists, each checked against the length and sha256 that stand there before anybody sees it. */
export function cardEncoder(
  card: EncoderCard,
  baseUrl: string,
  readFile: ReadFile = fetchFrom(baseUrl),
): EncoderFiles {
  const find = (path: string) => card.files.find((file) => file.path === path);
  return {
    preferred: "wasm",
    find,
    tower(name) {
      const graph = find(`onnx/${name}.onnx`);
      if (graph) return [graph];
      throw new EngineError("model-incomplete", `The card of ${card.label} does not list onnx/${name}.onnx.`);
    },
    async read(file, onBytes, signal) {
      const content = await readFile(file.path, onBytes, signal);
      const bytes = content instanceof Uint8Array ? content : new Uint8Array(content);
      await checkFile(`${card.folder}/${file.path}`, file, bytes);
      return bytes;
    },
    ranges: (path) => rangesOfUrl(new URL(path, baseUrl).href),
  };
}

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { MODELS } from "../../../models";
import { READERS } from "../../../models/roles";
import type { ModelCard } from "../../../models/card";
import type { LanguageModel } from "../../engine/language-model";
import { cardFiles } from "../../engine/loading/card-files";
import { loadModel } from "../../engine/loading/load-model";

const ALL = [...MODELS, ...READERS];
const root = join(import.meta.dirname, "../../..");

/** A model of this repository in the page's own engine, on WebAssembly under Node. `graph` replaces the card's choice. */
export async function openModel(
  id: string,
  graph?: string,
): Promise<{ card: ModelCard; model: LanguageModel }> {
  const listed = ALL.find((candidate) => candidate.id === id);
  if (!listed)
    throw new RangeError(`unknown model: ${id}; there are ${ALL.map((card) => card.id).join(", ")}`);
  const card = graph ? { ...listed, graph: { ...listed.graph, wasm: graph } } : listed;
  const files = cardFiles(card, (path) => readFile(join(root, card.folder, path)));
  const { model } = await loadModel(
    { model: id, device: "wasm" },
    files,
    () => {},
    new AbortController().signal,
  );
  return { card, model };
}

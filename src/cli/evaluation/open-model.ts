import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { MODELS } from "../../../models";
import { READERS } from "../../../models/roles";
import type { ModelCard } from "../../../models/card";
import type { LanguageModel } from "../../engine/language-model";
import { cardFiles } from "../../engine/loading/card-files";
import { folderFiles } from "../../engine/loading/folder-files";
import { loadModel } from "../../engine/loading/load-model";
import { listedIn } from "./listed-in";

const ALL = [...MODELS, ...READERS];
const root = join(import.meta.dirname, "../../..");

/** What is opened in place of what the model's card says. */
export interface Otherwise {
  /** Another graph of the card's. */
  graph?: string | undefined;
  /** A folder with other weights of the same model, as `models/train/export.py` writes it. */
  weights?: string | undefined;
}

/** A model of this repository in the page's own engine, on WebAssembly under Node. */
export async function openModel(
  id: string,
  { graph, weights }: Otherwise = {},
): Promise<{ card: ModelCard; model: LanguageModel }> {
  const listed = ALL.find((candidate) => candidate.id === id);
  if (!listed)
    throw new RangeError(`unknown model: ${id}; there are ${ALL.map((card) => card.id).join(", ")}`);
  const card = graph ? { ...listed, graph: { ...listed.graph, wasm: graph } } : listed;
  const files = weights
    ? folderFiles(weights, await listedIn(weights))
    : cardFiles(card, (path) => readFile(join(root, card.folder, path)));
  const { model } = await loadModel(
    { model: id, device: "wasm" },
    files,
    () => {},
    new AbortController().signal,
  );
  return { card, model };
}

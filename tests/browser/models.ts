// The models that browser tests run: the pocket policy as the page loads it, and tiny ones in hub layout.
import { pocketPolicy } from "../../models/pocket-policy";
import type { LoadedModel, LoadRequest, ModelSource } from "../../workers/protocol";
import type { LanguageModel } from "../../src/engine/language-model";
import { loadModel } from "../../src/engine/loading/load-model";
import { openSource } from "../../src/engine/loading/open-source";

export const POCKET: ModelSource = {
  kind: "card",
  card: pocketPolicy,
  baseUrl: new URL(`/${pocketPolicy.folder}/`, location.origin).href,
};

const FILES = [
  "config.json",
  "generation_config.json",
  "tokenizer.json",
  "tokenizer_config.json",
  "onnx/model.onnx",
];

/** A fixture as if its folder had been chosen from disk. */
export async function fixture(name: "nano" | "nano-qwen3"): Promise<ModelSource> {
  const files = FILES.map(async (path) => {
    const response = await fetch(`/tests/fixtures/${name}/${path}`);
    if (!response.ok) throw new Error(`${name}/${path}: ${response.status}`);
    return { path: `${name}/${path}`, file: new File([await response.blob()], path) };
  });
  return { kind: "folder", name, files: await Promise.all(files) };
}

/** Loads on this thread, without a worker. */
export async function load(
  source: ModelSource,
  device: LoadRequest["device"],
  attention?: LoadRequest["attention"],
): Promise<{ model: LanguageModel; loaded: LoadedModel }> {
  const signal = new AbortController().signal;
  return loadModel(
    { model: "under test", device, ...(attention && { attention }) },
    await openSource(source),
    () => {},
    signal,
  );
}

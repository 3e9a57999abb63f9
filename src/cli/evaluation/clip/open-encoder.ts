import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pocketEncoder } from "../../../../models/encoders";
import type { Encoder } from "../../../vision/encoder";
import { cardEncoder } from "../../../vision/loading/card-encoder";
import { folderEncoder } from "../../../vision/loading/folder-encoder";
import { loadEncoder } from "../../../vision/loading/load-encoder";
import { listedIn } from "../listed-in";

const root = join(import.meta.dirname, "../../../..");

/** The encoder that ships, or the one in a folder, on WebAssembly under Node. */
export async function openEncoder(folder?: string): Promise<Encoder> {
  const card = pocketEncoder;
  const files = folder
    ? folderEncoder(folder, await filesIn(folder))
    : cardEncoder(card, "file:///", (path) => readFile(join(root, card.folder, path)));
  const { encoder } = await loadEncoder(files, { device: "wasm" }, () => {}, new AbortController().signal);
  return encoder;
}

async function filesIn(folder: string): Promise<{ path: string; file: File }[]> {
  const listed = await listedIn(folder);
  return Promise.all(
    listed.map(async (each) => ({ path: each.path, file: new File([await each.read()], each.path) })),
  );
}

import type { LoadRequest } from "../../../workers/protocol";
import type { Decoder } from "../decoder";
import { fetchPart } from "../fetch-part";
import type { GraphFiles } from "./create-session";
import type { Gpu } from "./gpu";
import { openShared } from "./open-shared";
import type { Runtime } from "./runtime";

export interface OpenDecoder {
  decoder: Decoder;
  readonly release: () => Promise<void>;
}

/**
 * On WebAssembly with attention of our own, many times faster there than the runtime's operator; as exported on a GPU, whose
 * operator is good, and where a graph cannot be rewritten.
 */
export async function openDecoder(
  runtime: Runtime,
  files: GraphFiles,
  layers: number,
  gpu: Gpu | undefined,
  attention: LoadRequest["attention"] = gpu ? "exported" : "shared",
): Promise<OpenDecoder> {
  const shared = attention === "shared" ? await openShared(runtime, files, gpu) : undefined;
  if (shared) return shared;
  const { openExported } = await fetchPart(import("../loading/other-ways"));
  return openExported(runtime, files, layers, gpu);
}

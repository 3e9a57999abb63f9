import { MODELS } from "../../../models";
import type { ModelCard } from "../../../models/card";
import { READERS } from "../../../models/roles";

/** Every model that comes with the page, in the order it is shown. */
export const SHIPPED: readonly ModelCard[] = [...MODELS, ...READERS];

export const bytesOf = ({ files }: ModelCard): number => files.reduce((sum, { bytes }) => sum + bytes, 0);

/** What is fetched to run it where its card says that it runs best: not its other graphs. */
export function filesToRun({ files, graph, preferred }: ModelCard) {
  return files.filter(({ path }) => !path.startsWith("onnx/") || path === graph[preferred]);
}

import type { ModelCard } from "../../../../models/card";

/** What is fetched to run a model: all but the graphs that another device would use. */
export function cardBytes({ files, graph, preferred }: ModelCard): number {
  const needed = files.filter(({ path }) => !path.endsWith(".onnx") || path === graph[preferred]);
  return needed.reduce((sum, { bytes }) => sum + bytes, 0);
}

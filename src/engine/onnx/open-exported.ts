import { createSession, type GraphFiles } from "./create-session";
import { inspectGraph } from "./decoder-graph";
import { GqaDecoder } from "./gqa-decoder";
import type { Gpu } from "./gpu";
import type { OpenDecoder } from "./open-decoder";
import { runOn } from "./run-decoder";
import type { Runtime } from "./runtime";

/** Opens a graph with the runtime's own attention. */
export async function openExported(
  runtime: Runtime,
  files: GraphFiles,
  layers: number,
  gpu: Gpu | undefined,
): Promise<OpenDecoder> {
  const { ort, exclusive } = runtime;
  const onGpu = Array.from({ length: layers }, (_, layer) => [
    `present.${layer}.key`,
    `present.${layer}.value`,
  ]);
  const session = await exclusive(() => createSession(ort, files, gpu, ["logits", ...onGpu.flat()]));
  const release = () => exclusive(() => session.release());
  try {
    const graph = inspectGraph(session);
    const decoder = new GqaDecoder(ort, graph, runOn(runtime, session, gpu), gpu);
    return { decoder, release };
  } catch (error) {
    await release();
    throw error;
  }
}

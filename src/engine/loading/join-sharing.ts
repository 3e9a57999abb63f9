import { errorCode } from "../../../workers/protocol";
import type { GraphFiles } from "../onnx/create-session";
import type { Gpu } from "../onnx/gpu";
import type { Sharing } from "../onnx/onnx-language-model";
import { openShared, sharedBytesPerToken } from "../onnx/open-shared";
import type { Runtime } from "../onnx/runtime";
import { asEngineError } from "../onnx/runtime-error";

/**
 * How a decoder on a GPU that keeps copies of a prompt can be joined by one that shares it; undefined where its graph cannot be
 * rewritten. The files are read once more when it comes to that: to keep them until then would take as much as the weights.
 */
export function joinSharing(
  runtime: Runtime,
  files: GraphFiles,
  gpu: Gpu,
  readAgain: () => Promise<GraphFiles>,
): Sharing | undefined {
  const bytesPerToken = sharedBytesPerToken(files);
  if (bytesPerToken === undefined) return undefined;
  const open = async () => {
    try {
      return await openShared(runtime, await readAgain(), gpu);
    } catch (error) {
      const reason = await asEngineError(error, gpu);
      if (["device-lost", "out-of-memory"].includes(errorCode(reason) ?? "")) throw reason;
      return undefined; // Files that are gone, say: copies can do without.
    }
  };
  return { bytesPerToken, open };
}

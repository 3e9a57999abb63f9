import type { InferenceSession, Tensor } from "onnxruntime-web";
import type { Gpu } from "./gpu";
import type { Runtime } from "./runtime";
import { asEngineError } from "./runtime-error";

/** One run of the decoder: named inputs to named outputs, or into the tensors given for them. */
export type RunDecoder = (
  feeds: Record<string, Tensor>,
  fetches?: Record<string, Tensor | null>,
) => Promise<InferenceSession.ReturnType>;

/**
 * A lost GPU may leave a run waiting for ever, so each one races the loss. Nobody else may enter the runtime before it has
 * ended all the same: to release its session under it would leave the runtime's memory in disorder.
 */
export function runOn({ exclusive }: Runtime, session: InferenceSession, gpu?: Gpu): RunDecoder {
  return async (feeds: Record<string, Tensor>, fetches?: Record<string, Tensor | null>) => {
    const run = () => (fetches ? session.run(feeds, fetches) : session.run(feeds));
    try {
      return await (gpu ? Promise.race([exclusive(run), gpu.failed]) : exclusive(run));
    } catch (error) {
      throw await asEngineError(error, gpu);
    }
  };
}

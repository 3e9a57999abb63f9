import { findAdapter, isSoftware, openGpu } from "../onnx/gpu";
import type { Target } from "./choose-device";

/** A GPU to run on, or the reason why there is none. `asked`: also one that is a program on the CPU. */
export async function findGpu(asked: boolean): Promise<Pick<Target, "gpu"> | string> {
  const adapter = await findAdapter();
  if (!adapter) return "The browser offers no GPU on this machine.";
  if (!asked && isSoftware(adapter)) return "WebGPU is only emulated on this machine, which is slower.";
  try {
    return { gpu: await openGpu(adapter) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `The GPU could not be opened (${reason}).`;
  }
}

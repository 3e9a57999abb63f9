type Dispatch = "dispatchWorkgroups" | "dispatchWorkgroupsIndirect";

/** Runs a step while it counts the compute dispatches that anybody in this worker records. */
export async function countDispatches(step: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const prototype = GPUComputePassEncoder.prototype;
  const restore = (["dispatchWorkgroups", "dispatchWorkgroupsIndirect"] as const).map((name) =>
    replace(prototype, name, () => count++),
  );
  try {
    await step();
    return count;
  } finally {
    for (const undo of restore) undo();
  }
}

function replace(prototype: GPUComputePassEncoder, name: Dispatch, onCall: () => void): () => void {
  const original = Object.getOwnPropertyDescriptor(prototype, name)!;
  const dispatch = original.value as (this: GPUComputePassEncoder, ...parameters: unknown[]) => undefined;
  const counted = function (this: GPUComputePassEncoder, ...parameters: unknown[]) {
    onCall();
    return dispatch.apply(this, parameters);
  };
  Object.defineProperty(prototype, name, { ...original, value: counted });
  return () => Object.defineProperty(prototype, name, original);
}

import { EngineError } from "../../../workers/protocol";
import { findAdapter, nameOf } from "../onnx/gpu";
import type { DeviceProbe } from "./device-probe";
import { countDispatches } from "./count-dispatches";
import { spreadOf } from "./spread";
import { type Pace, timeSteps } from "./time-steps";

const COPIES: Pace = { warmUps: 2, warmUpMs: 200, tries: 5, enoughMs: 150, mostMs: 1500 };
const SUBMITS: Pace = { warmUps: 5, warmUpMs: 100, tries: 12, enoughMs: 60, mostMs: 1000 };
/** Work per submit, so that the wait for its end weighs little. */
const COPIES_EACH = 8;
const DISPATCHES_EACH = 256;

/** Buffers as the GPU copies them, and compute shaders that do nothing, on a device of their own of the same adapter. */
export async function openGpuProbe(): Promise<DeviceProbe> {
  const adapter = await findAdapter();
  if (!adapter) throw new EngineError("no-webgpu", "The browser no longer offers a GPU. Reload the page.");
  const device = await adapter.requestDevice({
    requiredLimits: { maxBufferSize: adapter.limits.maxBufferSize },
  });
  const submit = (record: (encoder: GPUCommandEncoder) => void) => async () => {
    const encoder = device.createCommandEncoder();
    record(encoder);
    device.queue.submit([encoder.finish()]);
    await device.queue.onSubmittedWorkDone();
  };

  return {
    adapter: nameOf(adapter.info),

    async copy(bytes, signal) {
      if (bytes > adapter.limits.maxBufferSize) throw new RangeError("a buffer cannot be that large");
      const size = Math.ceil(bytes / 4) * 4;
      const source = device.createBuffer({ size, usage: GPUBufferUsage.COPY_SRC });
      const target = device.createBuffer({ size, usage: GPUBufferUsage.COPY_DST });
      try {
        const copy = submit((encoder) => {
          for (let i = 0; i < COPIES_EACH; i++) encoder.copyBufferToBuffer(source, 0, target, 0, size);
        });
        const times = await timeSteps(copy, COPIES, signal);
        const bytesPerSecond = (1000 * size * COPIES_EACH) / Math.min(...times);
        return { measure: "copy", bytes, bytesPerSecond, tries: times.length };
      } finally {
        source.destroy();
        target.destroy();
      }
    },

    async dispatch(signal) {
      const pipeline = await device.createComputePipelineAsync({
        layout: "auto",
        compute: { module: device.createShaderModule({ code: "@compute @workgroup_size(1) fn main() {}" }) },
      });
      const dispatch = submit((encoder) => {
        for (let i = 0; i < DISPATCHES_EACH; i++) {
          const pass = encoder.beginComputePass();
          pass.setPipeline(pipeline);
          pass.dispatchWorkgroups(1);
          pass.end();
        }
      });
      const times = await timeSteps(dispatch, SUBMITS, signal);
      return { measure: "dispatch", ...spreadOf(times, DISPATCHES_EACH) };
    },

    countDispatches,

    close() {
      device.destroy();
      return Promise.resolve();
    },
  };
}

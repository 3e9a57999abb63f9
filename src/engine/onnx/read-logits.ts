import type { Tensor } from "onnxruntime-web";
import type { Gpu } from "./gpu";
import { lastLogits, widen } from "./last-logits";

/** Reads each row's logits at its last position, or `back` before it. Where they come from the GPU, they are copies. */
export type ReadLogits = (logits: Tensor, back?: readonly number[]) => Promise<Float32Array[]>;

export const readOnCpu: ReadLogits = (logits, back) => Promise.resolve(lastLogits(logits, back));

/** Only the rows that are asked for come back, and not a prompt's every position. */
export function readOnGpu({ device, failed }: Gpu): ReadLogits {
  return async ({ gpuBuffer, dims, type }, back = []) => {
    const [rows, kept, vocabulary] = dims as [number, number, number];
    const bytes = vocabulary * (type === "float16" ? 2 : 4);
    const room = Math.ceil(bytes / 4) * 4;
    const { COPY_DST, MAP_READ } = GPUBufferUsage;
    const staging = device.createBuffer({ size: rows * room, usage: COPY_DST | MAP_READ });
    try {
      const encoder = device.createCommandEncoder();
      for (let row = 0; row < rows; row++) {
        const position = row * kept + kept - 1 - (back[row] ?? 0);
        encoder.copyBufferToBuffer(gpuBuffer, position * bytes, staging, row * room, room);
      }
      device.queue.submit([encoder.finish()]);
      await Promise.race([staging.mapAsync(GPUMapMode.READ), failed]);
      const all = staging.getMappedRange();
      return Array.from({ length: rows }, (_, row) =>
        type === "float16"
          ? widen(new Uint16Array(all, row * room, vocabulary))
          : new Float32Array(all, row * room, vocabulary).slice(),
      );
    } finally {
      staging.destroy();
    }
  };
}

import type { RowCache } from "../onnx/row-cache";
import type { CacheShape } from "../shared-prefix/cache-shape";
import { copyPipelines, ENTRY_FIELDS, workgroupsFor } from "./copy-shader";

/** Some positions of a row, and where they go. */
export interface Move {
  from: RowCache;
  row: number;
  start: number;
  count: number;
  intoRow: number;
  intoStart: number;
}

/** Copies positions from caches into another one, all in one submission. */
export type CopyPositions = (moves: readonly Move[], into: RowCache) => void;

export function copierOn(device: GPUDevice, shape: CacheShape): CopyPositions {
  const pipelines = copyPipelines(device);
  return (moves, into) => {
    const some = moves.filter(({ count }) => count > 0);
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    const plans = [...new Set(some.map(({ from }) => from))].map((from) => {
      const its = some.filter((move) => move.from === from);
      const plan = uploadPlan(device, shape, from, into, its);
      const longest = Math.max(...its.map(({ count }) => count));
      const workgroups = workgroupsFor(longest, shape.headDim, shape.kvHeads, its.length);
      into.tensors.forEach(({ gpuBuffer }, part) => {
        const pipeline = part % 2 === 0 ? pipelines.keys : pipelines.values;
        const buffers = [from.tensors[part]!.gpuBuffer, gpuBuffer, plan];
        pass.setPipeline(pipeline);
        pass.setBindGroup(0, bind(device, pipeline, buffers));
        pass.dispatchWorkgroups(...workgroups);
      });
      return plan;
    });
    pass.end();
    device.queue.submit([encoder.finish()]);
    for (const plan of plans) plan.destroy(); // What was submitted still has it.
  };
}

function uploadPlan(
  device: GPUDevice,
  { headDim }: CacheShape,
  from: RowCache,
  into: RowCache,
  moves: readonly Move[],
): GPUBuffer {
  const caches = [from.rows, from.capacity, into.rows, into.capacity, headDim];
  const entries = moves.map(({ row, start, intoRow, intoStart, count }) => {
    const entry = { fromRow: row, fromPosition: start, intoRow, intoPosition: intoStart, count };
    return ENTRY_FIELDS.map((field) => entry[field]);
  });
  const numbers = Uint32Array.from([...caches, ...entries.flat()]);
  const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST;
  const plan = device.createBuffer({ size: numbers.byteLength, usage });
  device.queue.writeBuffer(plan, 0, numbers);
  return plan;
}

function bind(device: GPUDevice, pipeline: GPUComputePipeline, buffers: readonly GPUBuffer[]): GPUBindGroup {
  const entries = buffers.map((buffer, binding) => ({ binding, resource: { buffer } }));
  return device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries });
}

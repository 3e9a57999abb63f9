import type { Tensor } from "onnxruntime-web";
import type { CacheLayout } from "./decoder-graph";
import type { CachedRow, RowCache, StackRows } from "./row-cache";
import type { Ort } from "./runtime";

/** One copy: `count` numbers of a tensor. */
interface Copy {
  from: Tensor;
  source: number;
  target: number;
  count: number;
}

export function stackOnCpu(ort: Ort, layout: CacheLayout): StackRows {
  return (rows, capacity) => {
    const dims = [rows.length, layout.heads, capacity, layout.headDim];
    const size = dims.reduce((product, dim) => product * dim, 1);
    const tensors = layout.inputs.map((_, part) => {
      const into = layout.type === "float32" ? new Float32Array(size) : new Uint16Array(size);
      for (const { from, source, target, count } of copies(rows, part, capacity, layout)) {
        const { data } = from as { data: Float32Array }; // or the bits of float16, which are copied the same way
        into.set(bitsOf(data).subarray(source, source + count), target);
      }
      return new ort.Tensor(layout.type, into, dims);
    });
    return { tensors, rows: rows.length, capacity };
  };
}

/** All copies in one submission. */
export function stackOnGpu(ort: Ort, layout: CacheLayout, device: GPUDevice): StackRows {
  const bytes = layout.type === "float32" ? 4 : 2;
  return (rows, capacity) => {
    const encoder = device.createCommandEncoder();
    const dims = [rows.length, layout.heads, capacity, layout.headDim];
    const size = dims.reduce((product, dim) => product * dim, bytes);
    const tensors = layout.inputs.map((_, part) => {
      const into = device.createBuffer({
        size: Math.max(16, Math.ceil(size / 16) * 16), // onnxruntime binds whole blocks of 16.
        usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST,
      });
      for (const { from, source, target, count } of copies(rows, part, capacity, layout)) {
        encoder.copyBufferToBuffer(from.gpuBuffer, source * bytes, into, target * bytes, count * bytes);
      }
      return ort.Tensor.fromGpuBuffer(into, {
        dataType: layout.type,
        dims,
        dispose: () => into.destroy(),
      });
    });
    device.queue.submit([encoder.finish()]);
    return { tensors, rows: rows.length, capacity };
  };
}

/** Whole rows where both have the same room, heads otherwise. */
function* copies(
  rows: readonly CachedRow[],
  part: number,
  capacity: number,
  { heads, headDim }: CacheLayout,
): Generator<Copy> {
  for (const [at, { cache, row, length }] of rows.entries()) {
    if (length === 0) continue;
    const from = cache.tensors[part]!;
    const [size, room] = [heads * cache.capacity * headDim, heads * capacity * headDim];
    if (cache.capacity === capacity) {
      yield { from, source: row * size, target: at * room, count: size };
      continue;
    }
    for (let head = 0; head < heads; head++) {
      const source = row * size + head * cache.capacity * headDim;
      const target = at * room + head * capacity * headDim;
      yield { from, source, target, count: length * headDim };
    }
  }
}

/** A Float16Array's bits, where browsers hand one over. */
function bitsOf(data: Float32Array): Float32Array {
  const { buffer, byteOffset, length, BYTES_PER_ELEMENT } = data;
  if (BYTES_PER_ELEMENT === 4) return data;
  return new Uint16Array(buffer, byteOffset, length) as unknown as Float32Array;
}

export function emptyCache(ort: Ort, { inputs, type, heads, headDim }: CacheLayout): RowCache {
  const nothing = () => (type === "float32" ? new Float32Array(0) : new Uint16Array(0));
  return {
    tensors: inputs.map(() => new ort.Tensor(type, nothing(), [1, heads, 0, headDim])),
    rows: 1,
    capacity: 0,
  };
}

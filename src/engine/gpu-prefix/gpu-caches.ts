import type { Tensor } from "onnxruntime-web";
import type { Gpu } from "../onnx/gpu";
import { disposeCache, type RowCache } from "../onnx/row-cache";
import type { Ort } from "../onnx/runtime";
import { bytesPerToken, type CacheShape } from "../shared-prefix/cache-shape";
import { copierOn, type CopyPositions } from "./copy-positions";

/** With fewer positions onnxruntime-web 1.30 computes wrongly or never comes back: 0 and 1 are special to it. */
const LEAST = 4;

/** Room for so many positions, in whole blocks of four, which the runtime's products take at once. */
export function roomFor(positions: number): number {
  return Math.max(LEAST, Math.ceil(positions / 4) * 4);
}

/**
 * Keys and values on the GPU: for each layer keys [kvHeads, rows, headDim, capacity], as a product takes them, and values
 * [kvHeads, rows, capacity, headDim].
 */
export class GpuCaches {
  readonly copy: CopyPositions;
  /** What stands for nothing: all of it is to be hidden. */
  readonly nothing: RowCache;
  readonly #ort: Ort;
  readonly #device: GPUDevice;
  readonly #shape: CacheShape;

  constructor(ort: Ort, { device }: Gpu, shape: CacheShape) {
    this.#ort = ort;
    this.#device = device;
    this.#shape = shape;
    this.copy = copierOn(device, shape);
    this.nothing = this.allocate(1, LEAST);
  }

  /** Filled with zeros. */
  allocate(rows: number, capacity: number): RowCache {
    const { layers, kvHeads, headDim } = this.#shape;
    const tensors = Array.from({ length: 2 * layers }, (_, part) => {
      const dims = part % 2 === 0 ? [kvHeads, rows, headDim, capacity] : [kvHeads, rows, capacity, headDim];
      return this.tensor(dims);
    });
    return { tensors, rows, capacity };
  }

  /** Of zeros, or of these numbers. */
  tensor(dims: readonly number[], numbers?: Float32Array<ArrayBuffer>): Tensor {
    const size = dims.reduce((product, dim) => product * dim, 4);
    const buffer = this.#device.createBuffer({
      size: Math.ceil(size / 16) * 16, // onnxruntime binds whole blocks of 16.
      usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST,
    });
    if (numbers) this.#device.queue.writeBuffer(buffer, 0, numbers);
    return this.#ort.Tensor.fromGpuBuffer(buffer, {
      dataType: "float32",
      dims,
      dispose: () => buffer.destroy(),
    });
  }

  /** The same keys and values of a cache of one row, as a prefix is fed: without the rows. */
  asPrefix({ tensors }: RowCache): Tensor[] {
    return tensors.map(({ gpuBuffer, dims: [heads, , ...rest] }) =>
      this.#ort.Tensor.fromGpuBuffer(gpuBuffer, { dataType: "float32", dims: [heads!, ...rest] }),
    );
  }

  bytesOf({ rows, capacity }: RowCache): number {
    return rows * capacity * bytesPerToken(this.#shape);
  }

  dispose(): void {
    disposeCache(this.nothing);
  }
}

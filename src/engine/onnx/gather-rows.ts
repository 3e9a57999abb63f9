import type { Tensor } from "onnxruntime-web";
import type { Ort } from "./runtime";

/** Makes tensors of the given rows, in that order; a row may come more than once. The originals stay as they are. */
export type GatherRows = (tensors: readonly Tensor[], rows: readonly number[]) => Tensor[];

export function gatherOnCpu(ort: Ort): GatherRows {
  return (tensors, rows) =>
    tensors.map(({ type, dims, size, data }) => {
      const source = data as Float32Array; // or the bits of float16, which are copied the same way
      const perRow = size / dims[0]!;
      const copy = new (source.constructor as Float32ArrayConstructor)(rows.length * perRow);
      rows.forEach((row, at) => copy.set(source.subarray(row * perRow, (row + 1) * perRow), at * perRow));
      return new ort.Tensor(type, copy, [rows.length, ...dims.slice(1)]);
    });
}

/** All tensors in one submission. */
export function gatherOnGpu(ort: Ort, device: GPUDevice): GatherRows {
  return (tensors, rows) => {
    const encoder = device.createCommandEncoder();
    const copies = tensors.map(({ type, dims, size, gpuBuffer }) => {
      const dataType = type as "float32" | "float16";
      const bytesPerRow = (size / dims[0]!) * (dataType === "float32" ? 4 : 2);
      const copy = device.createBuffer({
        size: Math.ceil((rows.length * bytesPerRow) / 16) * 16, // onnxruntime binds whole blocks of 16.
        usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST,
      });
      rows.forEach((row, at) =>
        encoder.copyBufferToBuffer(gpuBuffer, row * bytesPerRow, copy, at * bytesPerRow, bytesPerRow),
      );
      return ort.Tensor.fromGpuBuffer(copy, {
        dataType,
        dims: [rows.length, ...dims.slice(1)],
        dispose: () => copy.destroy(),
      });
    });
    device.queue.submit([encoder.finish()]);
    return copies;
  };
}

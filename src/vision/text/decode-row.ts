import { halfToNumber } from "./half";
import type { TableLayout } from "./text-contract";

/** One row of a table, from its bytes, into `target`. Little-endian, on any machine; `bytes` may begin anywhere in a buffer. */
export function decodeRow({ dtype, dim }: TableLayout, bytes: Uint8Array, target: Float32Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (dtype) {
    case "fp32":
      for (let i = 0; i < dim; i++) target[i] = view.getFloat32(4 * i, true);
      return;
    case "fp16":
      for (let i = 0; i < dim; i++) target[i] = halfToNumber(view.getUint16(2 * i, true));
      return;
    case "int8": {
      const scale = view.getFloat32(dim, true);
      for (let i = 0; i < dim; i++) target[i] = view.getInt8(i) * scale;
    }
  }
}

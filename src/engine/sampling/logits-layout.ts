/** Where in a buffer the rows' logits are, in elements of its type. */
export interface LogitsLayout {
  type: "float32" | "float16";
  /** Of the first row's first logit. */
  offset: number;
  /** From one row's logits to the next row's. */
  stride: number;
}

/** No more of the buffer than its rows: a long prompt's logits are larger than a binding may be. */
export function bindLogits(
  buffer: GPUBuffer,
  { type, offset, stride }: LogitsLayout,
  { rows, vocabularySize, alignment }: { rows: number; vocabularySize: number; alignment: number },
): { first: number; resource: GPUBufferBinding } {
  const elementBytes = type === "float32" ? 4 : 2;
  const start = Math.floor((offset * elementBytes) / alignment) * alignment;
  const end = (offset + (rows - 1) * stride + vocabularySize) * elementBytes;
  const size = Math.ceil((end - start) / 4) * 4;
  return { first: offset - start / elementBytes, resource: { buffer, offset: start, size } };
}

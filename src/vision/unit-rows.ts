/** Rows of an output [count, dim], each divided by its length: their products are cosines. */
export function unitRows(output: Float32Array, count: number): Float32Array<ArrayBuffer>[] {
  const dim = output.length / count;
  return Array.from({ length: count }, (_, row) => {
    const values = output.slice(row * dim, (row + 1) * dim);
    const length = Math.hypot(...values) || 1; // A row of zeros is like nothing.
    return values.map((value) => value / length);
  });
}

import type { Tensor } from "onnxruntime-web";

/**
 * Each row's logits at its last position, as views where they are float32 already; a row that was filled up to the others'
 * length has its last position `back` before the end. // [rows, kept, vocab] → rows × [vocab]
 */
export function lastLogits({ type, dims, data }: Tensor, back: readonly number[] = []): Float32Array[] {
  const [rows, kept, vocabulary] = dims as [number, number, number];
  const all = type === "float16" ? widen(data as Uint16Array) : (data as Float32Array);
  return Array.from({ length: rows }, (_, row) => {
    const start = (row * kept + kept - 1 - (back[row] ?? 0)) * vocabulary;
    return all.subarray(start, start + vocabulary);
  });
}

/** Half precision to single. Newer browsers hand the numbers over, older ones their bits. */
export function widen(data: Uint16Array): Float32Array {
  return data.constructor.name === "Uint16Array"
    ? Float32Array.from(data, halfToNumber)
    : new Float32Array(data);
}

/** IEEE 754 binary16: 1 sign bit, 5 exponent bits, 10 fraction bits. */
export function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

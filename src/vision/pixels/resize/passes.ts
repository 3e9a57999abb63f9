// The two passes of a resize. Each rounds to 8 bits, as Pillow's do.
import { POINT_BITS, type Weights } from "./weights";

const HALF = 1 << (POINT_BITS - 1);

/**
 * Rows made narrower or wider, red, green and blue. A pixel is fetched as one number, a third of the time of three bytes.
 * `rgba` // [rows, width, 4], its fourth byte is not read; `rgb` // [rows, count, 3], written from `firstRow`
 */
export function resizeAcross(
  rgba: Uint8ClampedArray,
  width: number,
  left: number,
  { starts, taps, weights, stride }: Weights,
  rgb: Uint8Array,
  firstRow: number,
): void {
  const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.byteLength / 4); // Red lowest: little-endian, as every browser's machine.
  const rows = pixels.length / width;
  let out = firstRow * starts.length * 3;
  for (let row = 0; row < rows; row++) {
    for (let at = 0; at < starts.length; at++, out += 3) {
      let [red, green, blue] = [HALF, HALF, HALF];
      let place = row * width + starts[at]! - left;
      const end = at * stride + taps[at]!;
      for (let tap = at * stride; tap < end; tap++, place++) {
        const weight = weights[tap]!;
        const pixel = pixels[place]!;
        red = (red + Math.imul(pixel & 255, weight)) | 0;
        green = (green + Math.imul((pixel >>> 8) & 255, weight)) | 0;
        blue = (blue + Math.imul((pixel >>> 16) & 255, weight)) | 0;
      }
      rgb[out] = toByte(red);
      rgb[out + 1] = toByte(green);
      rgb[out + 2] = toByte(blue);
    }
  }
}

/** Columns made shorter or longer. `rgb` // [rows, bytesPerRow], from the source's row `top`; the result // [count, bytesPerRow] */
export function resizeDown(
  rgb: Uint8Array,
  bytesPerRow: number,
  top: number,
  { starts, taps, weights, stride }: Weights,
): Uint8Array<ArrayBuffer> {
  const result = new Uint8Array(starts.length * bytesPerRow);
  const sums = new Int32Array(bytesPerRow);
  for (let at = 0; at < starts.length; at++) {
    sums.fill(HALF);
    for (let tap = 0; tap < taps[at]!; tap++) {
      const weight = weights[at * stride + tap]!;
      const row = (starts[at]! - top + tap) * bytesPerRow;
      for (let byte = 0; byte < bytesPerRow; byte++) sums[byte]! += Math.imul(rgb[row + byte]!, weight);
    }
    const out = at * bytesPerRow;
    for (let byte = 0; byte < bytesPerRow; byte++) result[out + byte] = toByte(sums[byte]!);
  }
  return result;
}

function toByte(sum: number): number {
  const value = sum >> POINT_BITS;
  return value < 0 ? 0 : value > 255 ? 255 : value;
}

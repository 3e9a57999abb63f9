import type { Processor } from "./processor";

/**
 * Bytes rescaled and normalised, in the order of a tower's input. Each step rounds to 32 bits where numpy does, so
 * that the numbers are those of transformers. // [pixels, 3] → [3, pixels]
 */
export function toNumbers(rgb: Uint8Array, processor: Processor): Float32Array<ArrayBuffer> {
  const pixels = rgb.length / 3;
  const values = new Float32Array(rgb.length);
  for (let channel = 0; channel < 3; channel++) {
    const table = numbersOf(channel, processor);
    const plane = channel * pixels;
    for (let pixel = 0; pixel < pixels; pixel++) values[plane + pixel] = table[rgb[pixel * 3 + channel]!]!;
  }
  return values;
}

/** The number of each byte. // [256] */
function numbersOf(channel: number, { rescale, mean, deviation }: Processor): Float32Array {
  const [shift, divisor] = [Math.fround(mean[channel]!), Math.fround(deviation[channel]!)];
  return Float32Array.from({ length: 256 }, (_, byte) => {
    const centred = Math.fround(Math.fround(byte * rescale) - shift);
    return centred / divisor;
  });
}

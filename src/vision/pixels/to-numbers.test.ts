import { expect, test } from "vitest";
import { toNumbers } from "./to-numbers";
import type { Processor } from "./processor";

const output = { width: 2, height: 1 };
const siglip: Processor = { output, rescale: 1 / 255, mean: [0.5, 0.5, 0.5], deviation: [0.5, 0.5, 0.5] };

test("planes of red, green and blue, from -1 to 1 for SigLIP", () => {
  const values = toNumbers(Uint8Array.of(0, 51, 255, 255, 102, 0), siglip);
  expect([...values].map((value) => Number(value.toFixed(6)))).toEqual([-1, 1, -0.6, -0.2, 1, -1]);
});

test("every byte is, to the last bit, what numpy gives: each step in 32 bits", () => {
  const [mean, deviation] = [Math.fround(0.48145466), Math.fround(0.26862954)];
  const clip: Processor = { ...siglip, mean: [0.48145466, 0, 0], deviation: [0.26862954, 1, 1] };
  for (let byte = 0; byte < 256; byte++) {
    const [value] = toNumbers(Uint8Array.of(byte, 0, 0), clip);
    expect(value).toBe(Math.fround(Math.fround(Math.fround(byte / 255) - mean) / deviation));
  }
});

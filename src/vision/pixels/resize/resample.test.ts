import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Picture } from "../decode/picture";
import type { Processor } from "../processor";
import { resample } from "./resample";

/** Written by models/train/clip/pictures.py with Pillow. */
interface Resized {
  width: number;
  height: number;
  to: [width: number, height: number];
  resample: 2 | 3;
  /** base64 */
  rgb: string;
}

const file = join(import.meta.dirname, "../../../../tests/fixtures/pictures/resized.json");
const cases = JSON.parse(readFileSync(file, "utf8")) as Resized[];

/** The picture that a formula makes, the same as in pictures.py; the fourth byte of a pixel is no matter. */
function formula(width: number, height: number): Picture {
  return {
    width,
    height,
    read(part) {
      const pixels = new Uint8ClampedArray(part.width * part.height * 4).fill(77);
      for (let at = 0; at < part.width * part.height; at++) {
        const x = part.left + (at % part.width);
        const y = part.top + Math.floor(at / part.width);
        for (let c = 0; c < 3; c++) pixels[at * 4 + c] = ((x * 7 + y * 13 + c * 91) ^ Math.imul(x, y)) & 255;
      }
      return Promise.resolve(pixels);
    },
    close: () => {},
  };
}

const AS_BYTES = { rescale: 1, mean: [0, 0, 0], deviation: [1, 1, 1] } satisfies Partial<Processor>;
function processor(width: number, height: number, resize?: Processor["resize"]): Processor {
  return { ...(resize && { resize }), output: { width, height }, ...AS_BYTES };
}

test.each(cases)(
  "$width × $height to $to is Pillow's, bit for bit",
  async ({ width, height, to, ...made }) => {
    const [toWidth, toHeight] = to;
    const filter = made.resample === 2 ? "bilinear" : "bicubic";
    const wanted = processor(toWidth, toHeight, { filter, width: toWidth, height: toHeight });
    const rgb = await resample(formula(width, height), wanted);
    expect(Buffer.from(rgb).toString("base64")).toBe(made.rgb);
  },
);

test.each([
  ["odd margins", 101, 67, 32, 31],
  ["a tall picture", 40, 333, 24, 24],
])("the crop is a part of the whole resize, with %s", async (_, width, height, edge, side) => {
  const whole =
    width < height
      ? [edge, Math.trunc((edge * height) / width)]
      : [Math.trunc((edge * width) / height), edge];
  const [w, h] = whole as [number, number];
  const filter = "bicubic";
  const all = await resample(formula(width, height), processor(w, h, { filter, width: w, height: h }));
  const crop = await resample(formula(width, height), processor(side, side, { filter, shortestEdge: edge }));
  const [left, top] = [Math.floor((w - side) / 2), Math.floor((h - side) / 2)];
  for (let row = 0; row < side; row++) {
    const from = ((top + row) * w + left) * 3;
    expect(crop.subarray(row * side * 3, (row + 1) * side * 3)).toEqual(all.subarray(from, from + side * 3));
  }
});

test("without a resize the middle is kept as it is, with black around it where it is smaller", async () => {
  const rgb = await resample(formula(3, 10), processor(6, 4));
  const pixel = (x: number, y: number) => [...rgb.subarray((y * 6 + x) * 3, (y * 6 + x) * 3 + 3)];
  expect(pixel(0, 0)).toEqual([0, 0, 0]);
  expect(pixel(1, 0)).toEqual([0, 0, 0]);
  const source = await formula(3, 10).read({ left: 0, top: 3, width: 3, height: 4 });
  expect(pixel(2, 0)).toEqual([...source.subarray(0, 3)]);
  expect(pixel(4, 3)).toEqual([...source.subarray(44, 47)]);
  expect(pixel(5, 0)).toEqual([0, 0, 0]);
});

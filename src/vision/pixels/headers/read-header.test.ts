import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { PictureHeader, PixelFormat } from "./picture-header";
import { readHeader } from "./read-header";
import { recognise } from "./recognise";

const FOLDER = join(import.meta.dirname, "../../../../tests/fixtures/pictures");
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(FOLDER, name)));
const pictures = JSON.parse(readFileSync(join(FOLDER, "pictures.json"), "utf8")) as {
  name: string;
  width: number;
  height: number;
}[];

function headerOf(name: string): PictureHeader {
  const bytes = bytesOf(name);
  const header = readHeader(recognise(bytes) as PixelFormat, bytes);
  if (typeof header !== "object") throw new Error(`${name}: ${header ?? "no header"}`);
  return header;
}

test("every fixture's header has the size that Pillow decodes, before the turn", () => {
  expect(pictures.length).toBeGreaterThan(25);
  for (const { name, width, height } of pictures) {
    const header = headerOf(name);
    const stored = header.orientation < 5 ? [width, height] : [height, width];
    expect([name, header.width, header.height]).toEqual([name, ...stored]);
    expect(header.truncated, name).toBeUndefined();
  }
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])("orientation %d is read from a JPEG", (orientation) => {
  expect(headerOf(`orientation-${orientation}.jpg`).orientation).toBe(orientation);
});

test.each<[string, Partial<PictureHeader>]>([
  ["turned.png", { orientation: 6 }],
  ["turned.webp", { orientation: 8 }],
  ["animated.gif", { frames: 3 }],
  ["animated.webp", { frames: 2 }],
  ["animated.png", { frames: 2 }],
  ["sixteen.png", { bitsPerChannel: 16, alpha: false }],
  ["alpha.png", { alpha: true, frames: 1 }],
  ["palette.png", { alpha: true, bitsPerChannel: 8 }],
  ["alpha.webp", { alpha: true }],
  ["still.webp", { alpha: false }],
  ["still.avif", { alpha: false, bitsPerChannel: 8, frames: 1 }],
  ["cmyk.jpg", { cmyk: true }],
  ["photo.jpg", { cmyk: false, frames: 1, orientation: 1 }],
  ["profile.jpg", { profile: true }],
  ["profile.png", { profile: true }],
])("%s tells %o", (name, told) => {
  expect(headerOf(name)).toMatchObject(told);
});

test("a header that is cut anywhere is cut off or truncated, and never throws", () => {
  for (const { name } of pictures) {
    const bytes = bytesOf(name);
    const format = recognise(bytes) as PixelFormat;
    for (let length = 30; length < Math.min(bytes.length, 300); length += 7) {
      const header = readHeader(format, bytes.subarray(0, length));
      const isWhole = typeof header === "object" && !header.truncated;
      const isBetweenBoxes = format === "AVIF" && length > 260; // Its pixels are missing, which the decoder tells.
      if (!isBetweenBoxes) expect([name, length, isWhole]).toEqual([name, length, false]);
    }
  }
});

describe("a header of whatever bytes", () => {
  const random = (seed: number) => (at: number) =>
    (Math.imul(at + 1, 2654435761 + seed * 40503) >>> 11) & 255;

  test("is read without an error and in no time", () => {
    for (const { name } of pictures) {
      const format = recognise(bytesOf(name)) as PixelFormat;
      for (let seed = 0; seed < 40; seed++) {
        const bytes = bytesOf(name).slice(0, 2000);
        const noise = random(seed);
        for (let at = 12; at < bytes.length; at++) if (noise(at) < 40) bytes[at] = noise(at + 5000);
        expect(() => readHeader(format, bytes)).not.toThrow();
      }
    }
  });
});

test("a BMP of OS/2 and one that begins with its top row have their sizes", () => {
  const core = new DataView(new ArrayBuffer(40));
  core.setUint32(10, 26, true);
  core.setUint32(14, 12, true);
  core.setUint16(18, 2, true);
  core.setUint16(20, 1, true);
  core.setUint16(24, 24, true);
  expect(readHeader("BMP", new Uint8Array(core.buffer))).toMatchObject({ width: 2, height: 1 });
  const info = bytesOf("picture.bmp");
  new DataView(info.buffer).setInt32(22, -33, true);
  expect(readHeader("BMP", info)).toMatchObject({ width: 45, height: 33 });
});

test("a TIFF's size is read in either order of bytes", () => {
  for (const little of [true, false]) {
    const view = new DataView(new ArrayBuffer(60));
    view.setUint16(0, little ? 0x4949 : 0x4d4d);
    view.setUint16(2, 42, little);
    view.setUint32(4, 8, little);
    view.setUint16(8, 2, little);
    [256, 257].forEach((tag, index) => {
      const at = 10 + 12 * index;
      view.setUint16(at, tag, little);
      view.setUint16(at + 2, 3, little);
      view.setUint32(at + 4, 1, little);
      view.setUint16(at + 8, 700 + index, little);
    });
    const bytes = new Uint8Array(view.buffer);
    expect(recognise(bytes)).toBe("TIFF");
    expect(readHeader("TIFF", bytes)).toMatchObject({ width: 700, height: 701 });
  }
});

import { beforeAll, expect, test } from "vitest";
import { readPixels } from "../../src/vision/pixels/read-pixels";
import { cropped, expectedPictures, largestDifference, pictureFile, squashed } from "./pictures";
import type { ExpectedPicture } from "./pictures";

/** Of 255 levels: decoders of lossy formats may round in their own way. Chromium's does not, so far. */
const BOUND = 2;

let pictures: ExpectedPicture[];
beforeAll(async () => {
  pictures = await expectedPictures();
});

async function differences({ name, crop, squash }: ExpectedPicture) {
  const file = await pictureFile(name);
  const asCropped = await readPixels(file, cropped(crop.side));
  const asSquashed = await readPixels(file, squashed(squash.side));
  return {
    name,
    size: [asCropped.width, asCropped.height],
    crop: largestDifference(asCropped.rgb, crop.rgb),
    squash: largestDifference(asSquashed.rgb, squash.rgb),
  };
}

async function all() {
  const found = [];
  for (const picture of pictures) found.push(await differences(picture));
  return found;
}

test("every picture is within 2 of 255 levels of what Pillow makes of it, upright and over white", async () => {
  const found = await all();
  console.info(found.map(({ name, crop, squash }) => `${name} ${crop}/${squash}`).join(", "));
  expect(found.map(({ size }) => size)).toEqual(pictures.map(({ width, height }) => [width, height]));
  expect(found.filter(({ crop, squash }) => Math.max(crop, squash) > BOUND)).toEqual([]);
});

test("PNG, GIF, BMP and lossless WebP are as Pillow has them, bit for bit", async () => {
  const lossless = /\.(png|gif|bmp)$|^(alpha|turned)\.webp$/;
  const found = (await all()).filter(({ name }) => lossless.test(name));
  expect(found.length).toBeGreaterThan(10);
  expect(found.filter(({ crop, squash }) => crop + squash > 0)).toEqual([]);
});

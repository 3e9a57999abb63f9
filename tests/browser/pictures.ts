// Pictures of tests/fixtures/pictures, and what Pillow makes of each; models/train/clip/pictures.py writes them.
import type { Filter } from "../../src/vision/pixels/resize/filters";
import type { Processor } from "../../src/vision/pixels/processor";

const FOLDER = "/tests/fixtures/pictures";

export interface ExpectedPicture {
  name: string;
  width: number;
  height: number;
  /** After a resize of the shortest side, bicubic, and a centre crop. // [crop.side, crop.side, 3] */
  crop: { side: number; rgb: Uint8Array };
  /** After a resize of both sides, bilinear. */
  squash: { side: number; rgb: Uint8Array };
}

export async function expectedPictures(): Promise<ExpectedPicture[]> {
  const listed = (await (await fetch(`${FOLDER}/pictures.json`)).json()) as {
    name: string;
    width: number;
    height: number;
    crop: number;
    squash: number;
  }[];
  const bytes = new Uint8Array(await (await fetch(`${FOLDER}/expected.bin`)).arrayBuffer());
  let at = 0;
  const take = (side: number) => ({ side, rgb: bytes.subarray(at, (at += side * side * 3)) });
  return listed.map(({ crop, squash, ...picture }) => ({
    ...picture,
    crop: take(crop),
    squash: take(squash),
  }));
}

export async function pictureFile(name: string): Promise<File> {
  const response = await fetch(`${FOLDER}/${name}`);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return new File([await response.blob()], name);
}

const AS_BYTES = { rescale: 1, mean: [0, 0, 0], deviation: [1, 1, 1] } satisfies Partial<Processor>;

/** As CLIP prepares a picture, in the given size. */
export function cropped(side: number): Processor {
  const resize = { filter: "bicubic" as Filter, shortestEdge: side };
  return { resize, output: { width: side, height: side }, ...AS_BYTES };
}

/** As SigLIP prepares one. */
export function squashed(side: number): Processor {
  const size = { width: side, height: side };
  return { resize: { filter: "bilinear", ...size }, output: size, ...AS_BYTES };
}

export function largestDifference(a: Uint8Array, b: Uint8Array): number {
  if (a.length !== b.length) return Infinity;
  return a.reduce((worst, value, at) => Math.max(worst, Math.abs(value - b[at]!)), 0);
}

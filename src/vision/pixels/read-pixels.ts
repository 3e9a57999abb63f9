import { openPicture } from "./decode/open-picture";
import type { PictureFormat } from "./headers/picture-header";
import type { Processor } from "./processor";
import { resample } from "./resize/resample";
import { toNumbers } from "./to-numbers";

/** A picture as an image tower reads it. */
export interface Pixels {
  /** // [3, height, width], red, green and blue, of the processor's output */
  values: Float32Array<ArrayBuffer>;
  /** The same before it was rescaled and normalised. // [height, width, 3] */
  rgb: Uint8Array<ArrayBuffer>;
  format: PictureFormat;
  /** Of the upright picture, in pixels. */
  width: number;
  height: number;
  /** What was done to it that one might not expect, one sentence each. */
  notes: string[];
}

/** As `readPixels`, here or in another worker, which keeps the bytes. */
export type PixelReader = (file: Blob, processor: Processor) => Promise<Omit<Pixels, "rgb">>;

/** From a file to a tower's numbers. Needs no page, so that a worker can call it. Throws a VisionError with what is wrong with the file. */
export async function readPixels(file: Blob, processor: Processor): Promise<Pixels> {
  const picture = await openPicture(file);
  try {
    const rgb = await resample(picture, processor);
    const { format, width, height, notes } = picture;
    return { values: toNumbers(rgb, processor), rgb, format, width, height, notes };
  } finally {
    picture.close();
  }
}

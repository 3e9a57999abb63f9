import type { PictureHeader, PixelFormat } from "./picture-header";
import { readBmp } from "./bmp";
import { readBoxes } from "./boxes";
import { readGif } from "./gif";
import { readJpeg } from "./jpeg";
import { readPng } from "./png";
import { readTiff } from "./tiff";
import { readWebp } from "./webp";

const READERS: Record<PixelFormat, (view: DataView) => PictureHeader | undefined> = {
  PNG: readPng,
  JPEG: readJpeg,
  GIF: readGif,
  WebP: readWebp,
  BMP: readBmp,
  AVIF: readBoxes,
  HEIC: readBoxes,
  TIFF: readTiff,
};

/**
 * What the header of a whole file says. "cut off" where the file ends within the header,
 * undefined where it makes no sense.
 */
export function readHeader(format: PixelFormat, bytes: Uint8Array): PictureHeader | "cut off" | undefined {
  try {
    const header = READERS[format](new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (header && header.width > 0 && header.height > 0) return header;
    return header?.truncated ? "cut off" : undefined;
  } catch (error) {
    if (error instanceof RangeError) return "cut off"; // A DataView's answer to a place behind the end.
    throw error;
  }
}

// https://learn.microsoft.com/windows/win32/gdi/bitmap-storage: a file header, an info header, rows of whole words.
import type { PictureHeader } from "./picture-header";

/** The info header of OS/2, with sizes of 16 bits. */
const CORE_BYTES = 12;
const UNCOMPRESSED = [0, 3];

export function readBmp(view: DataView): PictureHeader {
  const core = view.getUint32(14, true) === CORE_BYTES;
  const width = core ? view.getUint16(18, true) : view.getInt32(18, true);
  const height = Math.abs(core ? view.getUint16(20, true) : view.getInt32(22, true)); // Negative: the top row first.
  const bitsPerPixel = view.getUint16(core ? 24 : 28, true);
  const compression = core ? 0 : view.getUint32(30, true);
  const rowBytes = 4 * Math.ceil((width * bitsPerPixel) / 32);
  const end = view.getUint32(10, true) + rowBytes * height;
  const truncated = UNCOMPRESSED.includes(compression) && end > view.byteLength;
  return {
    width,
    height,
    frames: 1,
    bitsPerChannel: 8,
    alpha: false,
    orientation: 1,
    ...(truncated && { truncated }),
  };
}

import type { PictureHeader, PixelFormat } from "../headers/picture-header";

/** Of a WebP chunk that decoders pass over. */
const NO_CHUNK = new TextEncoder().encode("none");

/**
 * The file without the note on how to turn it. Browsers differ in which formats they turn by it, so all are kept from it and
 * the turn is done here, once. Where there is nothing to turn, the file as it is.
 */
export function withoutTurn(
  bytes: Uint8Array<ArrayBuffer>,
  format: PixelFormat,
  { exif, orientation }: Pick<PictureHeader, "exif" | "orientation">,
): Blob {
  const type = `image/${format.toLowerCase()}`;
  if (!exif || orientation === 1) return new Blob([bytes], { type });
  if (format === "WebP") {
    const renamed = bytes.slice(); // A WebP has its length at its beginning, so that nothing can be cut out.
    renamed.set(NO_CHUNK, exif.start);
    return new Blob([renamed], { type });
  }
  return new Blob([bytes.subarray(0, exif.start), bytes.subarray(exif.end)], { type });
}

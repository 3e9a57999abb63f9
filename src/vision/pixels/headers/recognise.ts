import type { PictureFormat } from "./picture-header";

const MAGIC: readonly [PictureFormat, RegExp][] = [
  ["PNG", /^\x89PNG\r\n[^]\n/],
  ["JPEG", /^\xff\xd8\xff/],
  ["GIF", /^GIF8[79]a/],
  ["WebP", /^RIFF[^]{4}WEBP/],
  ["BMP", /^BM[^]{4}\0\0\0\0/],
  ["AVIF", /^[^]{4}ftyp[^]{0,64}?avi[fs]/],
  ["HEIC", /^[^]{4}ftyp[^]{0,64}?(?:hei[cxsm]|hev[cx]|mif1|msf1)/],
  ["TIFF", /^(?:II\*\0|MM\0\*|II\+\0|MM\0\+)/],
  ["PDF", /^%PDF-/],
  ["SVG", /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--[^]*?-->\s*|<!DOCTYPE svg[^>]*>\s*)*<svg[\s>]/i],
];

/** Long enough for what may stand before `<svg`. */
const LOOKED_AT_BYTES = 4096;

/** The format by a file's first bytes, whatever its name says; undefined where it is none that Quorum knows. */
export function recognise(bytes: Uint8Array): PictureFormat | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, LOOKED_AT_BYTES));
  return MAGIC.find(([, magic]) => magic.test(start))?.[0];
}

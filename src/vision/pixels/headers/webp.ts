// https://developers.google.com/speed/webp/docs/riff_container: one picture, or VP8X and chunks.
import { readOrientation } from "./exif";
import { letters, type PictureHeader } from "./picture-header";

const BASE = { bitsPerChannel: 8, frames: 1, orientation: 1 } as const;

export function readWebp(view: DataView): PictureHeader | undefined {
  const header = readFirst(view);
  if (!header) return undefined;
  const truncated = view.getUint32(4, true) + 8 > view.byteLength;
  return { ...header, ...readChunks(view), ...(truncated && { truncated }) };
}

/** The first chunk has the size, each kind in its own way. */
function readFirst(view: DataView): PictureHeader | undefined {
  const kind = letters(view, 12);
  const body = 20;
  if (kind === "VP8 ") {
    const [width, height] = [view.getUint16(body + 6, true), view.getUint16(body + 8, true)];
    return { ...BASE, width: width & 0x3fff, height: height & 0x3fff, alpha: false };
  }
  if (kind === "VP8L") {
    const bits = view.getUint32(body + 1, true);
    const alpha = ((bits >>> 28) & 1) === 1;
    return { ...BASE, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, alpha };
  }
  if (kind !== "VP8X") return undefined;
  const flags = view.getUint8(body);
  const size = (at: number) => (view.getUint32(at, true) & 0xffffff) + 1;
  const height = (view.getUint32(body + 6, true) >>> 8) + 1;
  return {
    ...BASE,
    width: size(body + 4),
    height,
    alpha: (flags & 0x10) !== 0,
    profile: (flags & 0x20) !== 0,
  };
}

function readChunks(view: DataView): Partial<PictureHeader> {
  const found: Partial<PictureHeader> = {};
  let frames = 0;
  for (let at = 12; at + 8 <= view.byteLength;) {
    const [kind, length] = [letters(view, at), view.getUint32(at + 4, true)];
    const end = at + 8 + length + (length & 1);
    if (kind === "ANMF") frames += 1;
    if (kind === "EXIF") {
      const body = at + 8;
      const skip = length > 6 && letters(view, body) === "Exif" ? 6 : 0; // Some writers repeat JPEG's mark.
      found.exif = { start: at, end };
      found.orientation = readOrientation(view, body + skip);
    }
    at = end;
  }
  return { ...found, ...(frames > 0 && { frames }) };
}

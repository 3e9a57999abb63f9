// https://www.w3.org/TR/png-3/: a signature, then chunks of length, kind, body and checksum.
import { readOrientation } from "./exif";
import { letters, type PictureHeader } from "./picture-header";

export function readPng(view: DataView): PictureHeader | undefined {
  if (letters(view, 12) !== "IHDR") return undefined;
  const colour = view.getUint8(25);
  const header: PictureHeader = {
    width: view.getUint32(16),
    height: view.getUint32(20),
    bitsPerChannel: colour === 3 ? 8 : view.getUint8(24), // A palette's colours have 8, however few they are.
    alpha: colour === 4 || colour === 6,
    frames: 1,
    orientation: 1,
  };
  for (let at = 8; ;) {
    if (at + 12 > view.byteLength) return { ...header, truncated: true };
    const end = at + 12 + view.getUint32(at);
    const kind = letters(view, at + 4);
    if (kind === "IEND") return header;
    if (end > view.byteLength) return { ...header, truncated: true };
    readChunk(view, kind, at, end, header);
    at = end;
  }
}

function readChunk(view: DataView, kind: string, start: number, end: number, header: PictureHeader): void {
  const body = start + 8;
  if (kind === "tRNS") header.alpha = true;
  if (kind === "iCCP") header.profile = true;
  if (kind === "acTL") header.frames = view.getUint32(body);
  if (kind === "eXIf") {
    header.exif = { start, end };
    header.orientation = readOrientation(view, body);
  }
}

// ISO/IEC 14496-12 and 23008-12, which AVIF and HEIC share: boxes of length, kind and content.
import { letters, type PictureHeader } from "./picture-header";

/** Boxes that hold boxes on the way to a picture's properties; `meta` begins with 4 bytes of its own. */
const INSIDE: Record<string, number> = { meta: 4, iprp: 0, ipco: 0 };

/**
 * The largest picture described: a tiled one also names the size of its tiles. Turns (`irot`, `imir`) are left to the
 * decoder, which has to apply them, so the orientation is always 1.
 */
export function readBoxes(view: DataView): PictureHeader | undefined {
  const header: PictureHeader = {
    width: 0,
    height: 0,
    frames: 1,
    bitsPerChannel: 8,
    alpha: false,
    orientation: 1,
  };
  walk(view, 0, view.byteLength, header);
  return header;
}

function walk(view: DataView, start: number, end: number, header: PictureHeader): void {
  for (let at = start; at + 8 <= end;) {
    const kind = letters(view, at + 4);
    const { body, next } = extent(view, at, end);
    if (next <= at) return;
    if (next > view.byteLength) header.truncated = true;
    const inside = INSIDE[kind];
    if (inside !== undefined) walk(view, body + inside, Math.min(next, end), header);
    else readBox(view, kind, body, header);
    at = next;
  }
}

/** A length of 1 stands for one of 64 bits behind the kind, a length of 0 for the rest of the file. */
function extent(view: DataView, at: number, end: number): { body: number; next: number } {
  const length = view.getUint32(at);
  if (length === 1) return { body: at + 16, next: at + Number(view.getBigUint64(at + 8)) };
  return { body: at + 8, next: length === 0 ? end : at + length };
}

function readBox(view: DataView, kind: string, body: number, header: PictureHeader): void {
  if (kind === "ispe") {
    const [width, height] = [view.getUint32(body + 4), view.getUint32(body + 8)];
    if (width * height > header.width * header.height) Object.assign(header, { width, height });
  }
  if (kind === "pixi") header.bitsPerChannel = Math.max(header.bitsPerChannel, view.getUint8(body + 5));
  if (kind === "colr" && ["prof", "rICC"].includes(letters(view, body))) header.profile = true;
  if (kind === "ftyp" && /av.s|hevc|msf1/.test(letters(view, body))) delete header.frames; // A sequence of pictures.
  if (kind === "auxC") header.alpha ||= isAlpha(view, body);
}

/** An auxiliary picture's kind is a name; those of alpha end in `:alpha`, or in `:auxid:1`. */
function isAlpha(view: DataView, body: number): boolean {
  const text = new TextDecoder("latin1").decode(
    new Uint8Array(view.buffer, view.byteOffset + body + 4, Math.min(48, view.byteLength - body - 4)),
  );
  return /^[^\0]*:(?:alpha|auxid:1)\0/.test(text);
}

// ITU-T T.81, annex B: segments that begin with 0xFF and a marker, and between them the compressed scans.
import { readOrientation } from "./exif";
import { letters, type PictureHeader } from "./picture-header";

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/** A frame's header, of whatever coding; 0xC4, 0xC8 and 0xCC are other things. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Markers without a length: restarts and the start of an image. */
const isBare = (marker: number) => (marker >= 0xd0 && marker <= 0xd8) || marker === 0x01;

export function readJpeg(view: DataView): PictureHeader | undefined {
  const header: PictureHeader = {
    width: 0,
    height: 0,
    bitsPerChannel: 8,
    alpha: false,
    frames: 1,
    orientation: 1,
  };
  for (let at = 2; ;) {
    at = nextMarker(view, at);
    if (at < 0) return { ...header, truncated: true };
    const marker = view.getUint8(at + 1);
    if (marker === END_OF_IMAGE) return header;
    if (isBare(marker)) at += 2;
    else {
      const end = at + 2 + view.getUint16(at + 2);
      readSegment(view, marker, at, end, header);
      if (marker === START_OF_SCAN && header.width === 0) return undefined;
      at = end;
    }
  }
}

/** Where the next marker is: at once between segments, behind the compressed bytes after a scan's header. -1 at the end. */
function nextMarker(view: DataView, from: number): number {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  let at = bytes.indexOf(0xff, from);
  while (at >= 0) {
    const next = bytes[at + 1];
    if (next === undefined) return -1;
    if (next !== 0 && next !== 0xff) return at; // 0xFF 0x00 is a byte of a scan, 0xFF 0xFF is filling.
    at = bytes.indexOf(0xff, at + 1);
  }
  return -1;
}

function readSegment(view: DataView, marker: number, start: number, end: number, header: PictureHeader) {
  const body = start + 4;
  if (isFrame(marker)) {
    header.bitsPerChannel = view.getUint8(body);
    header.height = view.getUint16(body + 1);
    header.width = view.getUint16(body + 3);
    header.cmyk = view.getUint8(body + 5) === 4;
  } else if (marker === 0xe1 && end - body > 6 && letters(view, body) === "Exif") {
    if (header.exif) return; // The first counts.
    header.exif = { start, end };
    header.orientation = readOrientation(view, body + 6);
  } else if (marker === 0xe2 && end - body > 4 && letters(view, body) === "ICC_") header.profile = true;
}

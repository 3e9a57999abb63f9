// https://www.w3.org/Graphics/GIF/spec-gif89a.txt: a screen, then blocks; an image block is a frame.
import type { PictureHeader } from "./picture-header";

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const GRAPHIC_CONTROL = 0xf9;

export function readGif(view: DataView): PictureHeader {
  const header: PictureHeader = {
    width: view.getUint16(6, true),
    height: view.getUint16(8, true),
    bitsPerChannel: 8,
    alpha: false,
    orientation: 1,
  };
  const { frames, alpha, truncated } = walk(view, 13 + paletteBytes(view.getUint8(10)));
  // Of an animation that breaks off, the frames that are there can be seen.
  return { ...header, alpha, frames: Math.max(frames, 1), ...(truncated && frames === 0 && { truncated }) };
}

/** Whole frames, and whether the first has a transparent colour. */
function walk(view: DataView, start: number): { frames: number; alpha: boolean; truncated: boolean } {
  let [at, frames, alpha] = [start, 0, false];
  try {
    for (;;) {
      const kind = view.getUint8(at);
      if (kind === EXTENSION) {
        if (view.getUint8(at + 1) === GRAPHIC_CONTROL && frames === 0)
          alpha = (view.getUint8(at + 3) & 1) === 1;
        at = skipBlocks(view, at + 2);
      } else if (kind === IMAGE) {
        at = skipBlocks(view, at + 11 + paletteBytes(view.getUint8(at + 9)));
        frames += 1;
      } else return { frames, alpha, truncated: frames === 0 };
    }
  } catch (error) {
    if (error instanceof RangeError) return { frames, alpha, truncated: true };
    throw error;
  }
}

function paletteBytes(flags: number): number {
  return flags & 0x80 ? 3 << ((flags & 7) + 1) : 0;
}

/** Behind a chain of blocks, each begun by its length, ended by an empty one. */
function skipBlocks(view: DataView, start: number): number {
  let at = start;
  for (let length; (length = view.getUint8(at)) > 0;) at += 1 + length;
  return at + 1;
}

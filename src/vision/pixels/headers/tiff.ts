import { readTag, readTags } from "./exif";
import type { PictureHeader } from "./picture-header";

const WIDTH_TAG = 256;
const HEIGHT_TAG = 257;
const BITS_TAG = 258;

/** The first directory of a TIFF. Its orientation is left to the few browsers that decode it. */
export function readTiff(view: DataView): PictureHeader {
  const { little, places } = readTags(view, 0);
  const number = (tag: number, otherwise: number) => {
    const at = places.get(tag);
    return at === undefined ? otherwise : readTag(view, at, little);
  };
  return {
    width: number(WIDTH_TAG, 0),
    height: number(HEIGHT_TAG, 0),
    bitsPerChannel: number(BITS_TAG, 8),
    alpha: false,
    frames: 1,
    orientation: 1,
  };
}

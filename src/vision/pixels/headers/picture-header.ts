// What a picture's first bytes tell before anything is decoded.

/** What Quorum can recognise; browsers decode only some of them. */
export type PictureFormat =
  "PNG" | "JPEG" | "WebP" | "GIF" | "BMP" | "AVIF" | "HEIC" | "TIFF" | "SVG" | "PDF";

/** Of these the page reads a header; the others are refused by name. */
export type PixelFormat = Exclude<PictureFormat, "SVG" | "PDF">;

/** EXIF's number: 1 is upright, 2 to 4 mirror or turn by 180°, 5 to 8 exchange width and height. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface PictureHeader {
  /** As stored, in pixels; a turn by `orientation` may exchange them. */
  width: number;
  height: number;
  /** Of an animation; 1 for a still picture. Absent where it moves but does not say for how long. */
  frames?: number;
  bitsPerChannel: number;
  /** Whether a pixel may be transparent, as far as the header tells. */
  alpha: boolean;
  /** Four inks in place of three colours. */
  cmyk?: boolean;
  /** Whether a colour profile is embedded. */
  profile?: boolean;
  orientation: Orientation;
  /** Where the EXIF block lies, its frame included: from `start` up to `end`, in bytes. */
  exif?: { start: number; end: number };
  /** The file ends before the picture does. */
  truncated?: boolean;
}

/** Four bytes as the letters they stand for. */
export function letters(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)));
}

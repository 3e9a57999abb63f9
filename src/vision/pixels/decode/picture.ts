/** A decoded picture: upright, and over white where it was transparent. Its rows are read in parts, so that it is never held twice. */
export interface Picture {
  /** In pixels, as it is looked at. */
  width: number;
  height: number;
  /** The pixels of a part, row by row. // [height, width, 4]: red, green, blue and a byte that means nothing */
  read(part: Part): Promise<Uint8ClampedArray<ArrayBuffer>>;
  /** Gives its memory back. */
  close(): void;
}

/** In pixels of the upright picture, and inside it. */
export interface Part {
  left: number;
  top: number;
  width: number;
  height: number;
}

import type { Processor } from "../processor";

/** Where the wanted pixels lie: a picture becomes `resized`, of which a window as large as the processor's result is kept. */
export interface Layout {
  resized: Size;
  /** Of the window in the resized picture; negative where it reaches beyond it, which stays black. */
  left: number;
  top: number;
}

export interface Size {
  width: number;
  height: number;
}

/** By the rounding of transformers: the long side is cut to whole pixels, and an odd rest of the crop goes to the right and below. */
export function layOut(picture: Size, { resize, output }: Processor): Layout {
  const resized = !resize
    ? { width: picture.width, height: picture.height }
    : "shortestEdge" in resize
      ? byShortestEdge(picture, resize.shortestEdge)
      : { width: resize.width, height: resize.height };
  return {
    resized,
    left: Math.floor((resized.width - output.width) / 2),
    top: Math.floor((resized.height - output.height) / 2),
  };
}

function byShortestEdge({ width, height }: Size, edge: number): Size {
  const [short, long] = width <= height ? [width, height] : [height, width];
  const newLong = Math.trunc((edge * long) / short);
  return width <= height ? { width: edge, height: newLong } : { width: newLong, height: edge };
}

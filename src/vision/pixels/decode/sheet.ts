/** What pictures are drawn on and read from again. */
export type Sheet = OffscreenCanvasRenderingContext2D;

/** Up to this side pictures share a sheet: to make one takes as long as to decode a small picture. 1 MB. */
const SHARED_SIDE = 512;
let shared: Sheet | undefined;

/** A sheet of at least this size; `last` if it will do. What was on it stays there. */
export function sheetFor(width: number, height: number, last: Sheet | undefined): Sheet {
  if (Math.max(width, height) <= SHARED_SIDE) return (shared ??= newSheet(SHARED_SIDE, SHARED_SIDE));
  return last && last.canvas.width === width && last.canvas.height >= height ? last : newSheet(width, height);
}

/** It fills with white and copies pixels without blending neighbours. On the CPU, or every part is fetched from the GPU. */
function newSheet(width: number, height: number): Sheet {
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true })!;
  context.imageSmoothingEnabled = false;
  context.fillStyle = "white";
  return context;
}

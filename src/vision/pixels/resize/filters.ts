// How much a source pixel weighs at a distance from the middle of a new one, in source pixels of an enlargement.

/** By the names and numbers of Pillow's `Resampling`: 2 and 3. */
export type Filter = "bilinear" | "bicubic";

/** Beyond this distance the weight is 0. */
export const SUPPORT: Record<Filter, number> = { bilinear: 1, bicubic: 2 };

export const WEIGHT: Record<Filter, (distance: number) => number> = { bilinear, bicubic };

function bilinear(distance: number): number {
  const x = Math.abs(distance);
  return x < 1 ? 1 - x : 0;
}

/** Keys' cubic, 1981. */
const A = -0.5;

/** The order of the operations is Pillow's too, so that the last bit is. */
function bicubic(distance: number): number {
  const x = Math.abs(distance);
  if (x < 1) return ((A + 2) * x - (A + 3)) * x * x + 1;
  if (x < 2) return (((x - 5) * x + 8) * x - 4) * A;
  return 0;
}

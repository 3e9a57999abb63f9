import type { Orientation } from "../headers/picture-header";

/** What a canvas multiplies by: x' = a x + c y + e, y' = b x + d y + f. */
export type Turn = [a: number, b: number, c: number, d: number, e: number, f: number];

/** From the pixels of a stored picture of that size to those of the upright one. */
export function turnUpright(orientation: Orientation, width: number, height: number): Turn {
  const turns: Record<Orientation, Turn> = {
    1: [1, 0, 0, 1, 0, 0],
    2: [-1, 0, 0, 1, width, 0],
    3: [-1, 0, 0, -1, width, height],
    4: [1, 0, 0, -1, 0, height],
    5: [0, 1, 1, 0, 0, 0],
    6: [0, 1, -1, 0, height, 0],
    7: [0, -1, -1, 0, height, width],
    8: [0, -1, 1, 0, 0, width],
  };
  return turns[orientation];
}

/** The size of the upright picture. */
export function uprightSize(orientation: Orientation, width: number, height: number) {
  return orientation < 5 ? { width, height } : { width: height, height: width };
}

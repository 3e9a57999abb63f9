import type { Part, Picture } from "../decode/picture";
import type { Processor } from "../processor";
import { layOut, type Layout } from "./layout";
import { resizeAcross, resizeDown } from "./passes";
import { keptWeights, type Weights } from "./weights";

/** Pixels that are read from a picture at once: 4 MB, which a cache holds. */
const PART_PIXELS = 1 << 20;

/**
 * The bytes that the tower sees before they become numbers, bit for bit as Pillow's resize and a centre crop give them.
 * Only what the crop keeps is computed. // [height, width, 3] of the processor's output
 */
export async function resample(picture: Picture, processor: Processor): Promise<Uint8Array<ArrayBuffer>> {
  const { output } = processor;
  const layout = layOut(picture, processor);
  const seen = visible(layout, output);
  const filter = processor.resize?.filter ?? "bilinear"; // With nothing to resize, either leaves all as it is.
  const { width, height } = layout.resized;
  const columns = keptWeights({
    from: picture.width,
    to: width,
    first: seen.left,
    count: seen.width,
    filter,
  });
  const rows = keptWeights({ from: picture.height, to: height, first: seen.top, count: seen.height, filter });
  const [top, bottom] = extent(rows);
  const narrow = await resizeRows(picture, columns, top, bottom);
  const window = resizeDown(narrow, seen.width * 3, top, rows);
  return seen.width === output.width && seen.height === output.height
    ? window
    : onBlack(window, seen, layout, output);
}

/** What of the window lies within the resized picture, in pixels of the latter. */
function visible({ resized, left, top }: Layout, output: { width: number; height: number }): Part {
  return {
    left: Math.max(left, 0),
    top: Math.max(top, 0),
    width: Math.min(resized.width, output.width),
    height: Math.min(resized.height, output.height),
  };
}

/** The first source pixel that counts, and the one behind the last. */
function extent({ starts, taps }: Weights): [first: number, end: number] {
  return [starts[0]!, starts.at(-1)! + taps.at(-1)!];
}

/** The source's rows from `top` up to `bottom` at their new width. // [bottom - top, columns, 3] */
async function resizeRows(
  picture: Picture,
  columns: Weights,
  top: number,
  bottom: number,
): Promise<Uint8Array> {
  const [left, right] = extent(columns);
  const width = right - left;
  const rowsAtOnce = Math.max(1, Math.floor(PART_PIXELS / width));
  const narrow = new Uint8Array((bottom - top) * columns.starts.length * 3);
  for (let row = top; row < bottom; row += rowsAtOnce) {
    const height = Math.min(rowsAtOnce, bottom - row);
    const rgba = await picture.read({ left, top: row, width, height });
    resizeAcross(rgba, width, left, columns, narrow, row - top);
  }
  return narrow;
}

/** A picture smaller than the window, in its middle. */
function onBlack(
  rgb: Uint8Array,
  seen: Part,
  { left, top }: Layout,
  output: { width: number; height: number },
): Uint8Array<ArrayBuffer> {
  const result = new Uint8Array(output.width * output.height * 3);
  for (let row = 0; row < seen.height; row++) {
    const place = (row + Math.max(-top, 0)) * output.width + Math.max(-left, 0);
    result.set(rgb.subarray(row * seen.width * 3, (row + 1) * seen.width * 3), place * 3);
  }
  return result;
}

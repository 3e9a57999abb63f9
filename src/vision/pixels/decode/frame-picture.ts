import { overWhite } from "./over-white";
import type { Part, Picture } from "./picture";

/** Layouts of four bytes to a pixel, with or without the last meaning something. */
const RED_FIRST = ["RGBA", "RGBX"];
const BLUE_FIRST = ["BGRA", "BGRX"];
const OPAQUE = ["RGBX", "BGRX"];

/**
 * The first frame with its colours as they are stored. A canvas multiplies them by alpha and rounds, which cannot be undone.
 * Undefined where the browser has no such decoder, cannot read the file by it, or gives brightness and colour apart.
 */
export async function openFrame(file: Blob): Promise<Picture | undefined> {
  if (!("ImageDecoder" in globalThis) || !(await ImageDecoder.isTypeSupported(file.type))) return undefined;
  const frame = await firstFrame(file);
  if (!frame) return undefined;
  const layout = frame.format ?? "";
  if (![...RED_FIRST, ...BLUE_FIRST].includes(layout)) {
    frame.close();
    return undefined;
  }
  return {
    width: frame.displayWidth,
    height: frame.displayHeight,

    async read({ left, top, width, height }: Part) {
      const rgba = new Uint8ClampedArray(width * height * 4);
      await frame.copyTo(rgba, { rect: { x: left, y: top, width, height } });
      if (BLUE_FIRST.includes(layout)) exchangeRedAndBlue(rgba);
      if (!OPAQUE.includes(layout)) overWhite(rgba);
      return rgba;
    },

    close: () => frame.close(),
  };
}

async function firstFrame(file: Blob): Promise<VideoFrame | undefined> {
  const decoder = new ImageDecoder({
    data: await file.arrayBuffer(),
    type: file.type,
    colorSpaceConversion: "none",
  });
  try {
    return (await decoder.decode({ frameIndex: 0 })).image;
  } catch {
    return undefined; // The other way says what is wrong.
  } finally {
    decoder.close();
  }
}

function exchangeRedAndBlue(pixels: Uint8ClampedArray): void {
  for (let at = 0; at < pixels.length; at += 4) {
    const blue = pixels[at]!;
    pixels[at] = pixels[at + 2]!;
    pixels[at + 2] = blue;
  }
}

import type { Orientation } from "../headers/picture-header";
import type { Part, Picture } from "./picture";
import { turnUpright, uprightSize } from "./upright";

/**
 * What the browser decodes as on any page, but without a colour profile: as Pillow, it takes the numbers as they are stored.
 * Colours are not multiplied by alpha before they are drawn on white: that way Chromium rounds once, and as Pillow does.
 * Rejects with the browser's own error where it cannot decode the file.
 */
export async function openBitmap(file: Blob, orientation: Orientation): Promise<Picture> {
  const bitmap = await createImageBitmap(file, { premultiplyAlpha: "none", colorSpaceConversion: "none" });
  let canvas = new OffscreenCanvas(1, 1);
  let context = pencil(canvas);
  const turn = turnUpright(orientation, bitmap.width, bitmap.height);

  return {
    ...uprightSize(orientation, bitmap.width, bitmap.height),

    read({ left, top, width, height }: Part) {
      if (canvas.width !== width || canvas.height < height) {
        canvas = new OffscreenCanvas(width, height);
        context = pencil(canvas);
      }
      const [a, b, c, d, e, f] = turn;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.fillRect(0, 0, width, height);
      context.setTransform(a, b, c, d, e - left, f - top);
      context.drawImage(bitmap, 0, 0);
      return Promise.resolve(context.getImageData(0, 0, width, height).data);
    },

    close: () => bitmap.close(),
  };
}

/** It fills with white and copies pixels without blending neighbours. On the CPU, or every part is fetched from the GPU. */
function pencil(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  context.imageSmoothingEnabled = false;
  context.fillStyle = "white";
  return context;
}

import * as Comlink from "comlink";
import { readPixels, type PixelReader } from "../src/vision/pixels/read-pixels";

/**
 * Reads pictures in a worker of its own, so that the tower does not wait while one is drawn and resized. Where there can be none, or it does not
 * start or ends, they are read here.
 */
export function startPixelReader(): PixelReader {
  if (typeof Worker === "undefined") return readPixels; // Safari before 15.5 has none within another.
  const worker = new Worker(new URL("./pixels.worker.ts", import.meta.url), {
    type: "module",
    name: "pixels",
  });
  const { read } = Comlink.wrap<{ read: PixelReader }>(worker);
  let gone = false;
  const waiting = new Set<() => void>();
  const end = () => {
    gone = true;
    for (const goOn of waiting) goOn();
  };
  for (const event of ["error", "messageerror"]) worker.addEventListener(event, end);

  return async (file, processor) => {
    const { promise: ended, resolve } = Promise.withResolvers<undefined>();
    const goOn = () => resolve(undefined);
    if (gone) goOn();
    waiting.add(goOn);
    try {
      return (await Promise.race([ended, read(file, processor)])) ?? (await readPixels(file, processor));
    } finally {
      waiting.delete(goOn);
    }
  };
}

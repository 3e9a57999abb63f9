// Reads pictures beside the worker whose tower looks at them. No logic of its own.
import * as Comlink from "comlink";
import { readPixels, type PixelReader } from "../src/vision/pixels/read-pixels";

const pixels: { read: PixelReader } = {
  async read(file, processor) {
    const { values, format, width, height, notes } = await readPixels(file, processor);
    return Comlink.transfer({ values, format, width, height, notes }, [values.buffer]);
  },
};

Comlink.expose(pixels);

// Joins the encoders to the page. No logic of its own.
import * as Comlink from "comlink";
import type { Encoder } from "../src/vision/encoder";
import { openEncoderSource } from "../src/vision/loading/encoder-files";
import { loadEncoder } from "../src/vision/loading/load-encoder";
import type { PixelReader } from "../src/vision/pixels/read-pixels";
import { startPixelReader } from "./pixel-reader";
import { EngineError } from "./protocol";
import type { VisionApi } from "./protocol/vision";

// A rejection nobody awaits is invisible to the page unless it is reported as an error.
addEventListener("unhandledrejection", (event) => reportError(event.reason));

/** A lock held for life, so that the page hears of this worker's end however it comes (src/client/worker-connection.ts). */
const held = new Promise<void>((resolve) => {
  const hold = () => new Promise<never>(() => resolve());
  if (navigator.locks) navigator.locks.request(self.name, hold).catch(() => resolve());
  else resolve();
});

const running = new Map<number, AbortController>();
let encoder: Encoder | undefined;
let readPixels: PixelReader | undefined;

const vision: VisionApi = {
  load: (id, source, tell) =>
    cancellable(id, async (signal) => {
      await encoder?.dispose(); // One at a time: two would share the memory.
      encoder = undefined;
      const opened = await loadEncoder(
        await openEncoderSource(source),
        { device: "auto", readPixels: (readPixels ??= startPixelReader()) },
        tell,
        signal,
      );
      encoder = opened.encoder;
      return opened.loaded;
    }),
  embedTexts: (id, texts) => cancellable(id, (signal) => loadedEncoder().embedTexts(texts, signal)),
  embedPicture: (id, picture) => cancellable(id, (signal) => loadedEncoder().embedPicture(picture, signal)),
  cancel: (id) => running.get(id)?.abort(),
};

async function cancellable<T>(id: number, call: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  running.set(id, controller);
  try {
    await held;
    return await call(controller.signal);
  } finally {
    running.delete(id);
  }
}

function loadedEncoder(): Encoder {
  if (encoder) return encoder;
  throw new EngineError("model-not-loaded", "No encoder is loaded. Load it, then ask again.");
}

Comlink.expose(vision);

import * as ort from "onnxruntime-web/wasm";
import { pocketEncoder } from "../../models/encoders";
import type { Encoder } from "../../src/vision/encoder";
import { openEncoderSource } from "../../src/vision/loading/encoder-files";
import { loadEncoder } from "../../src/vision/loading/load-encoder";
import { startPixelReader } from "../../workers/pixel-reader";
import { captions } from "./labels";
import { rank, type Ranked } from "./rank";

export const signal = new AbortController().signal;
export const LABELS = captions(100);

export interface Product {
  encoder: Encoder;
  /** Of the logits. */
  scale: number;
  /** What the page does with pictures: from files to the labels of each, likeliest first. */
  classify: (pictures: readonly Blob[]) => Promise<Ranked[][]>;
}

let opened: Promise<Product> | undefined;

/** The pocket encoder with its labels embedded, as the page has it. */
export function openProduct(): Promise<Product> {
  return (opened ??= open());
}

async function open(): Promise<Product> {
  ort.env.wasm.wasmPaths = new URL("/node_modules/onnxruntime-web/dist/", location.origin).href;
  (globalThis as Record<symbol, unknown>)[Symbol.for("onnxruntime")] = ort; // One runtime, for transformers.js too.
  const baseUrl = new URL(`/${pocketEncoder.folder}/`, location.origin).href;
  const source = await openEncoderSource({ kind: "card", card: pocketEncoder, baseUrl });
  const { encoder, loaded } = await loadEncoder(
    source,
    { device: "wasm", readPixels: startPixelReader() },
    () => {},
    signal,
  );
  const vectors = (await encoder.embedTexts(LABELS, signal)).map(({ embedding }) => embedding);
  const { scale } = loaded.logits;

  return {
    encoder,
    scale,
    classify: (pictures) =>
      Promise.all(
        pictures.map(async (picture) => {
          const { embedding } = await encoder.embedPicture(picture);
          return rank(embedding, LABELS, vectors, scale);
        }),
      ),
  };
}

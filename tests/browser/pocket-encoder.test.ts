// The encoder that ships, as its card describes it; nothing here depends on what its weights say.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pocketEncoder } from "../../models/encoders";
import type { EncoderCard } from "../../models/encoder-card";
import { errorCode } from "../../workers/protocol";
import type { LoadedEncoder } from "../../workers/protocol/vision";
import type { Encoder } from "../../src/vision/encoder";
import { openEncoderSource } from "../../src/vision/loading/encoder-files";
import { loadEncoder } from "../../src/vision/loading/load-encoder";
import { heapBytes } from "./heap";
import { libraryEmbeddings } from "./library-encoder";
import { pictureFile } from "./pictures";

const baseUrl = new URL(`/${pocketEncoder.folder}/`, location.origin).href;
const TEXTS = ["a red star", "ein gelber Kreis mit vier kleinen Punkten", "心", "two cats", "σκύλος", "7"];
const never = new AbortController().signal;

async function open(card: EncoderCard) {
  return loadEncoder(
    await openEncoderSource({ kind: "card", card, baseUrl }),
    { device: "wasm" },
    () => {},
    never,
  );
}
const length = (vector: Float32Array) => Math.hypot(...vector);
const furthest = (a: Float32Array, b: Float32Array) => Math.max(...a.map((x, i) => Math.abs(x - b[i]!)));
const vectorsOf = async (texts: readonly string[]) =>
  (await encoder.embedTexts(texts, never)).map(({ embedding }) => embedding);

let encoder: Encoder;
let loaded: LoadedEncoder;
beforeAll(async () => ({ encoder, loaded } = await open(pocketEncoder)));
afterAll(() => encoder.dispose());

test("it opens from its card", () => {
  expect(loaded).toMatchObject({ architecture: "clip", device: "wasm", dim: pocketEncoder.dim });
});

test.each(pocketEncoder.files.map((_, i) => i))("file %i with another sha256 is refused", async (at) => {
  const wrong = (file: EncoderCard["files"][number], i: number) =>
    i === at ? { ...file, sha256: "0".repeat(64) } : file;
  const refused = await open({ ...pocketEncoder, files: pocketEncoder.files.map(wrong) }).catch(errorCode);
  expect(refused).toBe("model-corrupt");
});

test("a picture and texts have vectors of length one, the same each time", async () => {
  const file = await pictureFile("photo.jpg");
  const pictures = await Promise.all([file, file, file].map((picture) => encoder.embedPicture(picture)));
  const [first, ...others] = pictures.map(({ embedding }) => embedding);
  expect(length(first!)).toBeCloseTo(1, 5);
  for (const other of others) expect(other).toEqual(first);
  const texts = await vectorsOf(TEXTS);
  for (const vector of [first!, ...texts]) {
    expect(vector).toHaveLength(pocketEncoder.dim);
    expect(length(vector)).toBeCloseTo(1, 5);
  }
  expect(await vectorsOf(TEXTS)).toEqual(texts);
});

test("texts that are embedded together have the vectors that each has alone", async () => {
  const together = await vectorsOf(TEXTS);
  for (const [i, text] of TEXTS.entries()) {
    expect(furthest((await vectorsOf([text]))[0]!, together[i]!)).toBeLessThan(1e-5);
  }
});

test("a text that is too long is cut, and says so", async () => {
  const [long, short] = await encoder.embedTexts(["red star ".repeat(100), "red star"], never);
  expect(long).toMatchObject({ cut: true, tokens: loaded.context });
  expect(short!.cut).toBe(false);
});

test("a cancelled call stops before its next batch of texts", async () => {
  const controller = new AbortController();
  const many = encoder.embedTexts(Array<string>(10_000).fill("a red star"), controller.signal);
  controller.abort();
  await expect(many).rejects.toMatchObject({ name: "AbortError" });
});

describe("in plain transformers.js", () => {
  test("its towers and tokenizer give the same vectors", async () => {
    const { width } = encoder.processor.output;
    const pixels = Float32Array.from({ length: 3 * width * width }, (_, i) => Math.sin(0.05 * i));
    const library = await libraryEmbeddings(`/${pocketEncoder.folder}`, TEXTS, pixels, width);
    const [picture] = await encoder.embedPixels(pixels, 1);
    expect(furthest(library.picture, picture!)).toBeLessThan(1e-4);
    for (const [i, vector] of (await vectorsOf(TEXTS)).entries()) {
      expect(furthest(library.texts[i]!, vector)).toBeLessThan(1e-4);
    }
  });
});

test("encoders that are opened and disposed of leave nothing behind", async () => {
  const { heapBytes: wasmBytes } = await import("../../src/engine/onnx/wasm-heap");
  const openAndClose = async () => (await open(pocketEncoder)).encoder.dispose();
  await openAndClose();
  await openAndClose();
  const [script, wasm] = [await heapBytes(), wasmBytes()];
  for (let i = 0; i < 3; i++) await openAndClose();
  expect(wasmBytes()).toBe(wasm);
  expect((await heapBytes()) - script).toBeLessThan(2_000_000); // A tower alone has more.
});

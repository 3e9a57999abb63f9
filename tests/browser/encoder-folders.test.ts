import type { Tensor } from "onnxruntime-web";
import { expect, test } from "vitest";
import type { DeviceKind } from "../../models/card";
import { createSession } from "../../src/engine/onnx/create-session";
import { findAdapter, openGpu } from "../../src/engine/onnx/gpu";
import { type Ort, startRuntime } from "../../src/engine/onnx/runtime";
import { rangesOfUrl } from "../../src/vision/text/byte-ranges";
import { createLabelTokenizer } from "../../src/vision/text/label-tokenizer";
import { padTexts, poolIndices } from "../../src/vision/text/prepare-texts";
import { readTextContract } from "../../src/vision/text/text-contract";
import { TokenEmbeddings } from "../../src/vision/text/token-embeddings";

interface Expected {
  texts: string[];
  images: { count: number; size: number };
  textEmbeds: number[][];
  imageEmbeds: number[][];
}

const url = (name: string, path: string) => new URL(`/tests/fixtures/${name}/${path}`, location.origin).href;
const json = async (name: string, path: string) => (await (await fetch(url(name, path))).json()) as object;
const bigints = (numbers: readonly number[]) => BigInt64Array.from(numbers, BigInt);

/** sin(0.05 (i + 1) j) at place j of image i, as models/train/clip/check_export.py has it. */
function images(ort: Ort, { count, size }: Expected["images"]): Tensor {
  const places = 3 * size * size;
  const pixels = Float32Array.from({ length: count * places }, (_, k) => {
    return Math.sin(0.05 * ((Math.floor(k / places) + 1) * (k % places)));
  });
  return new ort.Tensor("float32", pixels, [count, 3, size, size]);
}

async function textFeeds(ort: Ort, name: string, texts: readonly string[]): Promise<Record<string, Tensor>> {
  const contract = readTextContract(await json(name, "config.json"));
  const files = [json(name, "tokenizer.json"), json(name, "tokenizer_config.json")] as const;
  const tokenizer = createLabelTokenizer(...(await Promise.all(files)));
  const tokens = texts.map((text) => tokenizer.encode(text, contract.context));
  const batch = padTexts(tokens, contract, contract.padId ?? tokenizer.padId!);
  const shape = [batch.count, batch.length];
  if (!contract.table) return { input_ids: new ort.Tensor("int64", bigints(batch.ids), shape) };
  const { layout, pooling } = contract.table;
  const table = new TokenEmbeddings(layout, rangesOfUrl(url(name, layout.path)));
  const rows = await table.rows(batch.ids, new AbortController().signal);
  const pool = bigints(poolIndices(batch, pooling));
  return {
    inputs_embeds: new ort.Tensor("float32", rows, [...shape, layout.dim]),
    pool_index: new ort.Tensor("int64", pool, [batch.count]),
  };
}

/** Largest difference of rows of length one. */
function difference(made: Float32Array, expected: readonly number[][]): number {
  const unit = (row: readonly number[]) => row.map((x) => x / Math.hypot(...row));
  const dim = expected[0]!.length;
  return Math.max(
    ...expected.map((row, i) => {
      const own = unit([...made.subarray(i * dim, (i + 1) * dim)]);
      return Math.max(...unit(row).map((x, j) => Math.abs(x - own[j]!)));
    }),
  );
}

async function differences(name: string, device: DeviceKind, suffix: string) {
  const { ort } = await startRuntime(device);
  const gpu = device === "webgpu" ? await openGpu((await findAdapter())!) : undefined;
  const expected = (await json(name, "expected.json")) as Expected;
  const run = async (tower: string, feeds: Record<string, Tensor>, rows: number[][]) => {
    const graph = new Uint8Array(
      await (await fetch(url(name, `onnx/${tower}_model${suffix}.onnx`))).arrayBuffer(),
    );
    const session = await createSession(ort, { graph, externalData: [] }, gpu);
    const [output] = Object.values(await session.run(feeds));
    const furthest = difference((await output!.getData()) as Float32Array, rows);
    await session.release();
    return furthest;
  };
  const worst = {
    image: await run("vision", { pixel_values: images(ort, expected.images) }, expected.imageEmbeds),
    text: await run("text", await textFeeds(ort, name, expected.texts), expected.textEmbeds),
  };
  gpu?.device.destroy();
  return worst;
}

const NAMES = ["metaclip2-nano", "clip-nano", "siglip-nano"];
const DEVICES: DeviceKind[] = ["wasm", "webgpu"];

test.each(NAMES.flatMap((name) => DEVICES.map((device) => [name, device] as const)))(
  "%s on %s: texts and images are where the transformers library puts them",
  async (name, device) => {
    const { image, text } = await differences(name, device, "");
    expect(image).toBeLessThan(1e-3);
    expect(text).toBeLessThan(1e-3);
  },
);

test("four-bit towers are the same on WebAssembly and WebGPU, and not far off", async () => {
  const [wasm, webgpu] = [
    await differences("metaclip2-nano", "wasm", "_q4"),
    await differences("metaclip2-nano", "webgpu", "_q4"),
  ];
  expect(Math.max(wasm.image, wasm.text)).toBeLessThan(0.3);
  expect(webgpu.image).toBeCloseTo(wasm.image, 3);
  expect(webgpu.text).toBeCloseTo(wasm.text, 3);
});

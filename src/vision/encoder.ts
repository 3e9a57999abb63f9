import type { InferenceSession, Tensor } from "onnxruntime-web";
import type { PictureEmbedding, TextEmbedding } from "../../workers/protocol/vision";
import type { Runtime } from "../engine/onnx/runtime";
import type { Processor } from "./pixels/processor";
import type { PixelReader } from "./pixels/read-pixels";
import type { LabelTokenizer } from "./text/label-tokenizer";
import { padTexts, poolIndices, type TextBatch } from "./text/prepare-texts";
import type { TextContract } from "./text/text-contract";
import type { TokenEmbeddings } from "./text/token-embeddings";
import { createSlots } from "./slots";
import { unitRows } from "./unit-rows";

/** Texts in one call: enough to keep the runtime busy, few enough to stop between two. */
const TEXTS_AT_ONCE = 32;
/** While the tower works on a picture, the browser fetches and decodes the next ones. Few: a decoded one may have 256 MB. */
const PICTURES_AT_ONCE = 4;

export interface EncoderParts {
  runtime: Runtime;
  imageTower: InferenceSession;
  textTower: InferenceSession;
  processor: Processor;
  readPixels: PixelReader;
  tokenizer: LabelTokenizer;
  contract: TextContract;
  /** Where the token embeddings lie in a file of their own. */
  table?: TokenEmbeddings;
  /** What else it holds. */
  release?: () => void;
}

/** Two towers: pictures and texts become vectors of length one that can be compared. */
export class Encoder {
  readonly #parts: EncoderParts;
  readonly #slots = createSlots(PICTURES_AT_ONCE);

  constructor(parts: EncoderParts) {
    this.#parts = parts;
  }

  /** What is done to a picture before the tower sees it. */
  get processor(): Processor {
    return this.#parts.processor;
  }

  /** Throws a VisionError that says what is wrong with the file. Whoever asks for a few at once has them sooner. */
  embedPicture(picture: Blob, signal?: AbortSignal): Promise<PictureEmbedding> {
    return this.#slots(async () => {
      signal?.throwIfAborted();
      const start = performance.now();
      const { values, width, height, notes } = await this.#parts.readPixels(picture, this.processor);
      signal?.throwIfAborted();
      const read = performance.now();
      const [embedding] = await this.embedPixels(values, 1);
      const towerMs = performance.now() - read;
      return { embedding: embedding!, width, height, notes, readMs: read - start, towerMs };
    });
  }

  /** pixels [count, 3, height, width] as the processor makes them, to unit rows. */
  embedPixels(pixels: Float32Array, count: number): Promise<Float32Array[]> {
    const { runtime, imageTower, processor } = this.#parts;
    const { height, width } = processor.output;
    const feed = new runtime.ort.Tensor("float32", pixels, [count, 3, height, width]);
    return this.#run(imageTower, { pixel_values: feed }, count, "image_embeds");
  }

  /** Texts that are too long lose their end, which is told. */
  async embedTexts(texts: readonly string[], signal: AbortSignal): Promise<TextEmbedding[]> {
    const embeddings: TextEmbedding[] = [];
    for (let first = 0; first < texts.length; first += TEXTS_AT_ONCE) {
      signal.throwIfAborted();
      embeddings.push(...(await this.#embedSome(texts.slice(first, first + TEXTS_AT_ONCE), signal)));
    }
    return embeddings;
  }

  async #embedSome(texts: readonly string[], signal: AbortSignal): Promise<TextEmbedding[]> {
    const { tokenizer, contract, textTower } = this.#parts;
    const tokens = texts.map((text) => tokenizer.encode(text, contract.context + 1));
    const fitting = texts.map((text, i) =>
      tokens[i]!.length > contract.context ? tokenizer.encode(text, contract.context) : tokens[i]!,
    );
    const batch = padTexts(fitting, contract, contract.padId ?? tokenizer.padId ?? 0);
    const rows = await this.#run(textTower, await this.#feeds(batch, signal), batch.count, "text_embeds");
    return rows.map((embedding, i) => ({
      embedding,
      tokens: fitting[i]!.length,
      cut: tokens[i]!.length > contract.context,
    }));
  }

  async #feeds(batch: TextBatch, signal: AbortSignal): Promise<Record<string, Tensor>> {
    const { runtime, contract, table, textTower } = this.#parts;
    const { Tensor } = runtime.ort;
    const shape = [batch.count, batch.length];
    const integers = (values: readonly number[], dims: number[]) =>
      new Tensor("int64", BigInt64Array.from(values, BigInt), dims);
    if (!contract.table || !table) {
      const feeds: Record<string, Tensor> = { input_ids: integers(batch.ids, shape) };
      // Some exports ask for it; what fills a text up counts there as in training.
      if (textTower.inputNames.includes("attention_mask")) {
        feeds.attention_mask = integers(
          batch.ids.map(() => 1),
          shape,
        );
      }
      return feeds;
    }
    const rows = await table.rows(batch.ids, signal);
    return {
      inputs_embeds: new Tensor("float32", rows, [...shape, contract.table.layout.dim]),
      pool_index: integers(poolIndices(batch, contract.table.pooling), [batch.count]),
    };
  }

  async #run(
    tower: InferenceSession,
    feeds: Record<string, Tensor>,
    count: number,
    wanted: string,
  ): Promise<Float32Array<ArrayBuffer>[]> {
    const outputs = await this.#parts.runtime.exclusive(() => tower.run(feeds));
    try {
      const output = outputs[wanted] ?? outputs.pooler_output ?? Object.values(outputs)[0]!;
      return unitRows((await output.getData()) as Float32Array, count);
    } finally {
      for (const tensor of [...Object.values(feeds), ...Object.values(outputs)]) tensor.dispose();
    }
  }

  async dispose(): Promise<void> {
    const { imageTower, textTower, release } = this.#parts;
    await imageTower.release();
    await textTower.release();
    release?.();
  }
}

import type { Tensor } from "onnxruntime-web";
import type { Decoder } from "../decoder";
import { Gauge } from "../gauge";
import type { Sequence, SequenceBatch } from "../language-model";
import { type Continuations, scoreTogether } from "../score";
import { CpuDrawer } from "./cpu-drawer";
import type { DecoderGraph } from "./decoder-graph";
import type { Gpu } from "./gpu";
import { GpuDrawer } from "./gpu-drawer";
import { GqaSequence } from "./gqa-sequence";
import { GqaStore } from "./gqa-store";
import { readOnCpu, readOnGpu, type ReadLogits } from "./read-logits";
import { type CachedRow, disposeCache, type RowCache, type StackRows } from "./row-cache";
import { RowBatch } from "./row-batch";
import type { RowDrawer } from "./row-drawer";
import type { RunDecoder } from "./run-decoder";
import type { Ort } from "./runtime";
import { emptyCache, stackOnCpu, stackOnGpu } from "./stack-rows";

const LEAST_ROOM = 64; // tokens

/**
 * The graph as it was exported: every row has keys and values of its own, prompt included. On a GPU they stay where they are
 * from step to step, with room that doubles; on WebAssembly every run returns them one position longer.
 */
export class GqaDecoder implements Decoder {
  readonly sharesPrefix = false;
  readonly rows = new Gauge("rows");
  readonly isStatic: boolean;
  readonly stack: StackRows;
  readonly #drawer: (rows: readonly (Float32Array | undefined)[]) => RowDrawer;
  readonly #ort: Ort;
  readonly #graph: DecoderGraph;
  readonly #run: RunDecoder;
  readonly #readLogits: ReadLogits;

  constructor(ort: Ort, graph: DecoderGraph, run: RunDecoder, gpu?: Gpu) {
    this.#ort = ort;
    this.#graph = graph;
    this.#run = run;
    this.isStatic = gpu !== undefined;
    this.stack = gpu ? stackOnGpu(ort, graph.cache, gpu.device) : stackOnCpu(ort, graph.cache);
    const read = gpu ? readOnGpu(gpu) : readOnCpu;
    this.#readLogits = read;
    this.#drawer = (rows) => (gpu ? new GpuDrawer(ort, gpu, read, rows) : new CpuDrawer(ort, rows));
  }

  get bytesPerToken(): number {
    const { inputs, heads, headDim, type } = this.#graph.cache;
    return inputs.length * heads * headDim * (type === "float32" ? 4 : 2);
  }

  /** How much room rows get that are so long. */
  roomFor(tokens: number): number {
    return this.isStatic ? Math.max(LEAST_ROOM, 2 ** Math.ceil(Math.log2(tokens + 1))) : tokens;
  }

  async read(before: GqaSequence | undefined, tokens: readonly number[]): Promise<GqaSequence> {
    const { grown, logits } = await this.#readBehind(before?.row, tokens, 1);
    const [last] = await this.#readLogits(logits);
    logits.dispose();
    return new GqaSequence(this, [...(before?.tokens ?? []), ...tokens], grown, last!.slice());
  }

  batch(sequences: readonly Sequence[]): SequenceBatch {
    const store = new GqaStore(this, sequences as GqaSequence[]);
    return new RowBatch(store, this.#drawer(sequences.map(({ logits }) => logits)), sequences);
  }

  /** One continuation after another: the operator reads several tokens behind others at batch 1 only. */
  async score({ row, logits }: GqaSequence, continuations: Continuations): Promise<number[][]> {
    const scores: number[][] = [];
    for (const tokens of continuations) {
      const reader = {
        keep: () => {},
        readThrough: async ([some]: Continuations) => [await this.#readThrough(row, some!)],
      };
      scores.push(...(await scoreTogether(reader, logits!, [tokens], tokens.length)));
    }
    return scores;
  }

  bytesOf(sequences: readonly Sequence[]): number {
    const caches = new Set((sequences as GqaSequence[]).map(({ row }) => row.cache));
    return [...caches].reduce((sum, { rows, capacity }) => sum + rows * capacity, 0) * this.bytesPerToken;
  }

  /**
   * Appends one token to each row. Rows may have different lengths: the graph takes a row's length from its mask, and puts
   * what is new behind it. The cache that went in is the one that comes out, or is freed.
   */
  async step(
    cache: RowCache,
    lengths: readonly number[],
    ids: Tensor | number[][],
  ): Promise<{ grown: RowCache; logits: Tensor }> {
    const feeds = this.#feeds(cache, lengths, ids, 1);
    if (!this.isStatic) return this.#grow(cache, feeds);
    const { outputs } = this.#graph.cache;
    const fetches: Record<string, Tensor | null> = { logits: null };
    outputs.forEach((name, part) => (fetches[name] = cache.tensors[part]!));
    const { logits } = await this.#run(feeds, fetches);
    return { grown: cache, logits: logits! };
  }

  async #readThrough(before: CachedRow, tokens: readonly number[]): Promise<Float32Array[]> {
    const { grown, logits } = await this.#readBehind(before, tokens, tokens.length);
    disposeCache(grown);
    const thoughts: Float32Array[] = [];
    for (let back = tokens.length - 1; back >= 0; back--) {
      thoughts.push((await this.#readLogits(logits, [back]))[0]!);
    }
    logits.dispose();
    return thoughts;
  }

  #readBehind(before: CachedRow | undefined, tokens: readonly number[], kept: number) {
    const length = before?.length ?? 0;
    const cache = before ? this.stack([before], length) : emptyCache(this.#ort, this.#graph.cache);
    return this.#grow(cache, this.#feeds(cache, [length], [[...tokens]], kept));
  }

  async #grow(cache: RowCache, feeds: Record<string, Tensor>): Promise<{ grown: RowCache; logits: Tensor }> {
    const results = await this.#run(feeds);
    disposeCache(cache);
    const tensors = this.#graph.cache.outputs.map((name) => results[name]!);
    const [rows, , capacity] = tensors[0]!.dims as [number, number, number];
    return { grown: { tensors, rows, capacity }, logits: results.logits! };
  }

  #feeds(cache: RowCache, lengths: readonly number[], ids: Tensor | number[][], kept: number) {
    const rows = lengths.length;
    const count = Array.isArray(ids) ? ids[0]!.length : 1;
    const total = Math.max(...lengths) + count;
    const mask = lengths.flatMap((length) =>
      Array.from({ length: total }, (_, at) => (at < length + count ? 1 : 0)),
    );
    const feeds: Record<string, Tensor> = {
      input_ids: Array.isArray(ids) ? this.#ints(ids.flat(), [rows, count]) : ids,
      attention_mask: this.#ints(mask, [rows, total]),
    };
    if (this.#graph.takesPositions) {
      const positions = lengths.flatMap((length) => Array.from({ length: count }, (_, at) => length + at));
      feeds.position_ids = this.#ints(positions, [rows, count]);
    }
    if (this.#graph.takesLogitsToKeep) feeds.num_logits_to_keep = this.#ints([kept], []);
    this.#graph.cache.inputs.forEach((name, part) => (feeds[name] = cache.tensors[part]!));
    return feeds;
  }

  #ints(values: readonly number[], dims: readonly number[]): Tensor {
    return new this.#ort.Tensor("int64", BigInt64Array.from(values, BigInt), dims);
  }
}

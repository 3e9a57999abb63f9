import type { Decoder } from "../decoder";
import { Gauge } from "../gauge";
import type { Sequence, SequenceBatch } from "../language-model";
import type { Gpu } from "../onnx/gpu";
import { GpuDrawer } from "../onnx/gpu-drawer";
import { readOnGpu, type ReadLogits } from "../onnx/read-logits";
import { disposeCache } from "../onnx/row-cache";
import { RowBatch } from "../onnx/row-batch";
import type { Ort } from "../onnx/runtime";
import { type Continuations, planScoring } from "../score";
import { bytesPerToken, type CacheShape } from "../shared-prefix/cache-shape";
import { pathLength, wholeOf } from "../shared-prefix/path";
import { GpuCaches, roomFor } from "./gpu-caches";
import { gatherPrefix, type GpuPrefix } from "./gpu-prefix";
import type { GpuRunner } from "./gpu-run";
import { type GpuSegment, hold, letGo } from "./gpu-segment";
import { GpuSharedSequence } from "./gpu-shared-sequence";
import { GpuSharedStore } from "./gpu-shared-store";
import { scoreOnGpu } from "./score-on-gpu";

/** Longer prompts are read in pieces, so that the scores of all positions on all others are never there at once. */
const PIECE = 128; // tokens

/** A decoder on a GPU whose sequences share what they have in common. Keys, values and logits never leave it. */
export class GpuSharedDecoder implements Decoder {
  readonly sharesPrefix = true;
  readonly rows = new Gauge("rows");
  readonly caches: GpuCaches;
  readonly runner: GpuRunner;
  readonly #ort: Ort;
  readonly #gpu: Gpu;
  readonly #shape: CacheShape;
  readonly #readLogits: ReadLogits;

  constructor(ort: Ort, gpu: Gpu, shape: CacheShape, runner: GpuRunner) {
    this.caches = new GpuCaches(ort, gpu, shape);
    this.runner = runner;
    this.#ort = ort;
    this.#gpu = gpu;
    this.#shape = shape;
    this.#readLogits = readOnGpu(gpu);
  }

  get bytesPerToken(): number {
    return bytesPerToken(this.#shape);
  }

  async read(before: GpuSharedSequence | undefined, tokens: readonly number[]): Promise<GpuSharedSequence> {
    const known = before?.path ?? [];
    const cache = this.caches.allocate(1, roomFor(tokens.length));
    const segment: GpuSegment = { tokens, parts: { cache, users: 0 } };
    const path = [...known, wholeOf(segment)];
    hold(path);
    const prefix = gatherPrefix(this.caches, [known]);
    try {
      let logits = new Float32Array(0);
      for (let start = 0; start < tokens.length; start += PIECE) {
        logits = await this.#readPiece(prefix, pathLength(known), segment, start);
      }
      return new GpuSharedSequence(this, path, logits);
    } finally {
      letGo(path);
      prefix.dispose();
    }
  }

  /** A piece of a segment, of which the pieces before are its tail. The logits are those behind the piece. */
  async #readPiece(
    prefix: GpuPrefix,
    prefixLength: number,
    { tokens, parts: { cache } }: GpuSegment,
    start: number,
  ): Promise<Float32Array<ArrayBuffer>> {
    const piece = tokens.slice(start, start + PIECE);
    const fresh = this.caches.allocate(1, piece.length);
    const logits = await this.runner.read({
      ids: [piece],
      positions: [piece.map((_, at) => prefixLength + start + at)],
      prefix,
      tails: start > 0 ? cache : this.caches.nothing,
      tailLengths: [start],
      kept: 1,
      fresh,
    });
    const move = { from: fresh, row: 0, start: 0, count: piece.length, intoRow: 0, intoStart: start };
    this.caches.copy([move], cache);
    disposeCache(fresh);
    const [last] = await this.#readLogits(logits);
    logits.dispose();
    return last!.slice();
  }

  batch(sequences: readonly Sequence[]): SequenceBatch {
    const store = new GpuSharedStore(this, sequences as GpuSharedSequence[]);
    const logits = sequences.map(({ logits }) => logits);
    return new RowBatch(store, new GpuDrawer(this.#ort, this.#gpu, this.#readLogits, logits), sequences);
  }

  async score(sequence: GpuSharedSequence, continuations: Continuations): Promise<number[][]> {
    const longest = Math.max(...continuations.map(({ length }) => length));
    const { rows, width } = planScoring(longest, sequence.logits!.length);
    const scores: number[][] = [];
    for (let start = 0; start < continuations.length; start += rows) {
      const some = continuations.slice(start, start + rows);
      const store = new GpuSharedStore(this, new Array<GpuSharedSequence>(some.length).fill(sequence));
      try {
        scores.push(...(await scoreOnGpu(store, sequence, some, width, this.#readLogits)));
      } finally {
        store.dispose();
      }
    }
    return scores;
  }

  bytesOf(sequences: readonly Sequence[]): number {
    const paths = (sequences as GpuSharedSequence[]).flatMap(({ path }) => path);
    const caches = new Set(paths.map(({ segment }) => segment.parts.cache));
    return [...caches].reduce((sum, cache) => sum + this.caches.bytesOf(cache), 0);
  }
}

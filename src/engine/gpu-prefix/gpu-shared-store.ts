import type { Tensor } from "onnxruntime-web";
import type { Sequence } from "../language-model";
import type { RowStore } from "../onnx/row-store";
import { cutPath, pathLength, wholeOf } from "../shared-prefix/path";
import { gatherPrefix, type GpuPrefix } from "./gpu-prefix";
import { type GpuPath, hold, letGo } from "./gpu-segment";
import type { GpuSharedDecoder } from "./gpu-shared-decoder";
import { GpuSharedSequence } from "./gpu-shared-sequence";
import { GpuTails } from "./gpu-tails";

/** Rows on the GPU: each the path of the sequence it began with, and a tail of its own. */
export class GpuSharedStore implements RowStore {
  readonly #decoder: GpuSharedDecoder;
  readonly #tails: GpuTails;
  #paths: GpuPath[];
  #prefixLengths: number[];
  #prefix: GpuPrefix | undefined; // made when first needed
  #counted = 0; // bytes

  constructor(decoder: GpuSharedDecoder, sequences: readonly GpuSharedSequence[]) {
    this.#decoder = decoder;
    this.#tails = new GpuTails(decoder.caches, sequences.length);
    this.#paths = sequences.map(({ path }) => path);
    this.#prefixLengths = this.#paths.map(pathLength);
    this.#paths.forEach(hold);
  }

  step(lengths: readonly number[], ids: Tensor | number[][]): Promise<Tensor> {
    return this.#read(lengths, ids, new Array<number>(lengths.length).fill(1), 1);
  }

  /** Reads the tokens of each row, and gives the logits behind each of them. Behind the last of a shorter row comes what means nothing. */
  readThrough(lengths: readonly number[], tokens: readonly (readonly number[])[]): Promise<Tensor> {
    const counts = tokens.map(({ length }) => length);
    const filled = Array.from({ length: Math.max(...counts) }, (_, at) => at);
    const ids = tokens.map((row) => filled.map((at) => row[Math.min(at, row.length - 1)]!));
    return this.#read(lengths, ids, counts, filled.length);
  }

  keep(rows: readonly number[], lengths: readonly number[]): void {
    this.#goBy(rows.map((row) => this.#paths[row]!));
    this.#tails.keep(rows, this.#tailLengths(lengths));
    this.#account();
  }

  add(sequences: readonly Sequence[], lengths: readonly number[]): void {
    this.#tails.add(this.#tailLengths(lengths), sequences.length);
    this.#goBy([...this.#paths, ...(sequences as GpuSharedSequence[]).map(({ path }) => path)]);
    this.#account();
  }

  /** The tails stay where they are: of these rows' nothing is read any more. */
  replace(rows: readonly number[], sequences: readonly Sequence[]): void {
    const paths = [...this.#paths];
    rows.forEach((row, at) => (paths[row] = (sequences[at] as GpuSharedSequence).path));
    this.#goBy(paths);
  }

  truncate(row: number, length: number): void {
    if (length >= this.#prefixLengths[row]!) return;
    this.#goBy(this.#paths.map((path, at) => (at === row ? cutPath(path, length) : path)));
  }

  sequence(row: number, tokens: readonly number[], logits: Float32Array | undefined): GpuSharedSequence {
    const path = this.#paths[row]!;
    const own = tokens.slice(this.#prefixLengths[row]);
    if (own.length === 0) return new GpuSharedSequence(this.#decoder, path, logits);
    const cache = this.#tails.copyRow(row, own.length);
    const segment = { tokens: own, parts: { cache, users: 0 } };
    return new GpuSharedSequence(this.#decoder, [...path, wholeOf(segment)], logits);
  }

  dispose(): void {
    this.#goBy([]);
    this.#tails.dispose();
    this.#count(0);
  }

  async #read(
    lengths: readonly number[],
    ids: Tensor | number[][],
    counts: readonly number[],
    width: number,
  ): Promise<Tensor> {
    const { runner, caches } = this.#decoder;
    const tailLengths = this.#tailLengths(lengths);
    this.#tails.makeRoom(tailLengths, counts);
    const fresh = this.#tails.freshFor(width);
    const prefix = (this.#prefix ??= gatherPrefix(caches, this.#paths));
    this.#account();
    const positions = lengths.map((length, row) =>
      Array.from({ length: width }, (_, at) => length + Math.min(at, counts[row]! - 1)),
    );
    const tails = this.#tails.cache;
    const logits = await runner.read({ ids, positions, prefix, tails, tailLengths, kept: width, fresh });
    this.#tails.write(tailLengths, counts);
    return logits;
  }

  #tailLengths(lengths: readonly number[]): number[] {
    return lengths.map((length, row) => length - this.#prefixLengths[row]!);
  }

  #goBy(paths: GpuPath[]): void {
    paths.forEach(hold); // Before the old ones are let go: most are the same.
    this.#paths.forEach(letGo);
    this.#paths = paths;
    this.#prefixLengths = paths.map(pathLength);
    this.#prefix?.dispose();
    this.#prefix = undefined;
  }

  #account(): void {
    this.#count(this.#tails.bytes + (this.#prefix?.bytes ?? 0));
  }

  #count(bytes: number): void {
    this.#decoder.rows.add(bytes - this.#counted);
    this.#counted = bytes;
  }
}

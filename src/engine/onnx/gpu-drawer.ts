import type { Tensor } from "onnxruntime-web";
import { GpuSampler } from "../sampling/gpu-sampler";
import { type Draw, type DrawnToken, sampleToken } from "../sampling/sample-token";
import type { Gpu } from "./gpu";
import type { ReadLogits } from "./read-logits";
import type { RowDrawer } from "./row-drawer";
import type { Ort } from "./runtime";

const MOST_ROWS = 64;

/** A row's logits: on this thread, or in a row of what the last run left on the GPU, or nowhere, after a cut. */
type Place = Float32Array | number | undefined;

/**
 * Draws on the GPU what a run has left there, so that only ids and logprobs come back, up to two steps late. Where some
 * rows' logits are on this thread, as behind a prefill, the others come there too, for that one step.
 */
export class GpuDrawer implements RowDrawer {
  readonly lag = 2;
  readonly #ort: Ort;
  readonly #gpu: Gpu;
  readonly #read: ReadLogits;
  #places: Place[];
  #there: Tensor | undefined; // [rows, 1, vocab]
  #sampler: GpuSampler | undefined;
  #samplerKnowsSeen = false;
  /** The tokens drawn last: numbers, or int64 [rows] on the GPU. */
  #drawn: number[] | GPUBuffer = [];
  #ownIds: GPUBuffer | undefined;

  constructor(ort: Ort, gpu: Gpu, read: ReadLogits, rows: readonly (Float32Array | undefined)[]) {
    this.#ort = ort;
    this.#gpu = gpu;
    this.#read = read;
    this.#places = [...rows];
  }

  async of(row: number): Promise<Float32Array> {
    await this.#fetch();
    return this.#here(row);
  }

  async draw(draws: readonly Draw[]): Promise<{ tokens: Promise<DrawnToken[]> }> {
    const areThere =
      this.#there?.dims[0] === draws.length && this.#places.every((place, row) => place === row);
    if (areThere) return this.#drawThere(this.#there!, draws);
    await this.#fetch();
    const tokens = draws.map((draw, row) => sampleToken(this.#here(row), draw));
    this.#drawn = tokens.map(({ id }) => id);
    this.#samplerKnowsSeen = false;
    return { tokens: Promise.resolve(tokens) };
  }

  drawnIds(): Tensor {
    const dims = [this.#places.length, 1];
    return Array.isArray(this.#drawn)
      ? new this.#ort.Tensor("int64", BigInt64Array.from(this.#drawn, BigInt), dims)
      : this.#ort.Tensor.fromGpuBuffer(this.#drawn, { dataType: "int64", dims });
  }

  take(logits: Tensor): void {
    this.#there?.dispose();
    this.#there = logits;
    this.#places = Array.from({ length: logits.dims[0]! }, (_, row) => row);
  }

  replace(rows: readonly (Float32Array | undefined)[]): void {
    this.#places = [...rows];
  }

  set(row: number, logits: Float32Array | undefined): void {
    this.#places[row] = logits;
    this.#samplerKnowsSeen = false;
  }

  keep(rows: readonly number[]): void {
    this.#places = rows.map((row) => this.#places[row]);
    if (Array.isArray(this.#drawn)) this.#drawn = rows.map((row) => (this.#drawn as number[])[row]!);
    else this.#moveIds(this.#drawn, rows);
    if (new Set(rows).size < rows.length) this.#samplerKnowsSeen = false;
    else this.#sampler?.keep(rows);
  }

  add(rows: readonly (Float32Array | undefined)[]): void {
    this.#places.push(...rows);
  }

  dispose(): void {
    this.#there?.dispose();
    this.#ownIds?.destroy();
    this.#sampler?.dispose();
  }

  async #drawThere(
    { gpuBuffer, type, dims }: Tensor,
    draws: readonly Draw[],
  ): Promise<{ tokens: Promise<DrawnToken[]> }> {
    const vocabulary = dims[2]!;
    this.#sampler ??= new GpuSampler(this.#gpu.device, vocabulary, MOST_ROWS);
    if (!this.#samplerKnowsSeen) {
      draws.forEach(({ seen = [] }, row) => this.#sampler!.begin(row, seen));
      this.#samplerKnowsSeen = true;
    }
    const layout = { type: type as "float32" | "float16", offset: 0, stride: vocabulary };
    const { failed } = this.#gpu; // What was to be read back from a lost device may never come.
    const sampling = this.#sampler.sample(gpuBuffer, layout, draws);
    const { ids, tokens } = await Promise.race([sampling, failed]);
    this.#drawn = ids;
    return { tokens: Promise.race([tokens, failed]) };
  }

  #here(row: number): Float32Array {
    const place = this.#places[row];
    if (place instanceof Float32Array) return place;
    throw new Error(`row ${row} was cut: append a token before asking what follows`);
  }

  async #fetch(): Promise<void> {
    if (!this.#places.some((place) => typeof place === "number")) return;
    const rows = await this.#read(this.#there!);
    this.#places = this.#places.map((place) => (typeof place === "number" ? rows[place] : place));
  }

  #moveIds(from: GPUBuffer, rows: readonly number[]): void {
    const { STORAGE, COPY_SRC, COPY_DST } = GPUBufferUsage;
    const size = Math.ceil((rows.length * 8) / 16) * 16;
    const to = this.#gpu.device.createBuffer({ size, usage: STORAGE | COPY_SRC | COPY_DST });
    const encoder = this.#gpu.device.createCommandEncoder();
    rows.forEach((row, at) => encoder.copyBufferToBuffer(from, row * 8, to, at * 8, 8));
    this.#gpu.device.queue.submit([encoder.finish()]);
    this.#ownIds?.destroy();
    this.#ownIds = to;
    this.#drawn = to;
  }
}

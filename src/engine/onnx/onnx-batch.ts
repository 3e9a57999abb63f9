import type { Tensor } from "onnxruntime-web";
import type { SequenceBatch } from "../language-model";
import type { DecoderGraph } from "./decoder-graph";
import type { KvCache } from "./kv-cache";
import { lastLogits } from "./last-logits";
import type { Ort } from "./runtime";

/** One run of the decoder: named inputs to named outputs. */
export type RunDecoder = (feeds: Record<string, Tensor>) => Promise<Record<string, Tensor>>;

export class OnnxBatch implements SequenceBatch {
  readonly #ort: Ort;
  readonly #graph: DecoderGraph;
  readonly #cache: KvCache;
  readonly #run: RunDecoder;
  readonly #feeds: Record<string, Tensor> = {};
  #length = 0; // tokens in each row
  #logits: Float32Array[] = [new Float32Array(0)]; // rows × [vocab]

  constructor(ort: Ort, graph: DecoderGraph, cache: KvCache, run: RunDecoder) {
    this.#ort = ort;
    this.#graph = graph;
    this.#cache = cache;
    this.#run = run;
  }

  get rows(): number {
    return this.#logits.length;
  }

  logits(row: number): Float32Array {
    return this.#logits[row]!;
  }

  fork(rows: number): void {
    this.#cache.fork(rows);
    this.#logits = new Array<Float32Array>(rows).fill(this.#logits[0]!);
  }

  keep(rows: readonly number[]): void {
    this.#cache.keep(rows);
    this.#logits = rows.map((row) => this.#logits[row]!);
  }

  decode(tokens: readonly number[]): Promise<void> {
    return this.append(tokens);
  }

  /** Appends equally many tokens to each row; the logits are those behind the last. // tokens: [rows, count] */
  async append(tokens: readonly number[]): Promise<void> {
    const { rows } = this;
    const count = tokens.length / rows;
    const total = this.#length + count;
    this.#feed("input_ids", BigInt64Array.from(tokens, BigInt), [rows, count]);
    this.#feed("attention_mask", ones(rows * total), [rows, total]);
    if (this.#graph.takesPositions) this.#feed("position_ids", this.#positions(count), [rows, count]);
    if (this.#graph.takesLogitsToKeep) this.#feed("num_logits_to_keep", ones(1), []);
    this.#cache.addTo(this.#feeds);

    const results = await this.#run(this.#feeds);
    this.#cache.replaceBy(results);
    this.#length = total;
    this.#logits = lastLogits(results.logits!);
    results.logits!.dispose();
  }

  dispose(): void {
    this.#cache.dispose();
  }

  #feed(name: string, values: BigInt64Array, dims: number[]): void {
    this.#feeds[name] = new this.#ort.Tensor("int64", values, dims);
  }

  #positions(count: number): BigInt64Array {
    return BigInt64Array.from({ length: this.rows * count }, (_, at) => BigInt(this.#length + (at % count)));
  }
}

let someOnes = new BigInt64Array(0);

/** A view of that many ones; every row attends to all its tokens. */
function ones(count: number): BigInt64Array {
  if (someOnes.length < count) someOnes = new BigInt64Array(2 * count).fill(1n);
  return someOnes.subarray(0, count);
}

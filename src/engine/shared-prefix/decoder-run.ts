import type { InferenceSession, Tensor } from "onnxruntime-web";
import { bias, KEPT, LENGTHS, newKey, newValue, POSITIONS, prefixKey, prefixValue, rowPaths, tailKey, tailValue } from "../graph/attention-names"; // prettier-ignore
import type { Ort } from "../onnx/runtime";
import { attentionBias } from "./attention-bias";
import type { CacheShape } from "./cache-shape";
import type { PrefixPool } from "./prefix-pool";
import type { RowTails } from "./row-tails";

/** What a run reads: the same number of new tokens in each row. */
export interface Reading {
  /** [rows][fresh] */
  tokens: readonly (readonly number[])[];
  /** [rows][fresh] */
  positions: readonly (readonly number[])[];
  pool: PrefixPool;
  tails: RowTails;
  /** How many of each row's last positions to compute logits for. */
  kept: number;
}

export interface Read {
  logits: Tensor; // [rows, kept, vocabulary], or [rows, fresh, vocabulary] of a graph that cannot do with less
  /** Keys and values of the new tokens, as parts of [kvHeads, rows, fresh, headDim]. */
  parts: Float32Array[];
}

type Feeds = Record<string, Tensor>;

/** Runs a rewritten decoder. Tensors that a step has in common with the one before are made once. */
export class DecoderRunner {
  readonly #ort: Ort;
  readonly #shape: CacheShape;
  readonly #run: (feeds: Feeds) => Promise<InferenceSession.ReturnType>;
  readonly #inputs: ReadonlySet<string>;
  readonly #parts: readonly string[];
  #prefix: { parts: readonly Float32Array[]; feeds: Feeds } | undefined;
  #tails: { parts: Float32Array[]; feeds: Feeds } | undefined;

  constructor(
    ort: Ort,
    shape: CacheShape,
    inputs: readonly string[],
    run: (feeds: Feeds) => Promise<InferenceSession.ReturnType>,
  ) {
    this.#ort = ort;
    this.#shape = shape;
    this.#inputs = new Set(inputs);
    this.#run = run;
    const layers = Array.from({ length: shape.layers }, (_, layer) => layer);
    this.#parts = layers.flatMap((layer) => [newKey(layer), newValue(layer)]);
  }

  async read(reading: Reading): Promise<Read> {
    const { tokens, positions, pool, tails, kept } = reading;
    const [rows, fresh] = [tokens.length, tokens[0]!.length];
    const feeds: Feeds = {
      input_ids: this.#ints(tokens.flat(), [rows, fresh]),
      [POSITIONS]: this.#ints(positions.flat(), [rows, fresh]),
      [LENGTHS]: this.#ints([pool.length, tails.capacity, fresh], [3]),
      [KEPT]: this.#ints([kept], []),
      ...this.#askingFeeds(reading),
      ...this.#prefixFeeds(pool),
      ...this.#tailFeeds(tails),
    };
    for (const name in feeds) if (!this.#inputs.has(name)) delete feeds[name]; // Not every graph can be trimmed.
    const results = await this.#run(feeds);
    const parts = this.#parts.map((name) => results[name]!.data as Float32Array);
    return { logits: results.logits!, parts };
  }

  /** Forgets the tensors of the run before. */
  forget(): void {
    this.#prefix = undefined;
    this.#tails = undefined;
  }

  /** In a step all new tokens ask, and trimmed layers are fed what the others are. */
  #askingFeeds(reading: Reading): Feeds {
    const fresh = reading.tokens[0]!.length;
    const [allBias, allPaths] = this.#asking(reading, fresh);
    const [keptBias, keptPaths] =
      reading.kept === fresh ? [allBias, allPaths] : this.#asking(reading, reading.kept);
    return {
      [bias(false)]: allBias,
      [rowPaths(false)]: allPaths,
      [bias(true)]: keptBias,
      [rowPaths(true)]: keptPaths,
    };
  }

  #asking({ tokens, pool, tails }: Reading, asking: number): [bias: Tensor, rowPaths: Tensor] {
    const { kvHeads, group } = this.#shape;
    const [rows, fresh, { paths }] = [tokens.length, tokens[0]!.length, pool];
    const hidden = attentionBias({ tailLengths: tails.lengths, tail: tails.capacity, fresh, group }, asking);
    const perRow = group * asking;
    const marks = new Float32Array(kvHeads * rows * perRow * paths);
    if (paths > 0) {
      for (let query = 0; query < kvHeads * rows * perRow; query++) {
        const row = Math.floor(query / perRow) % rows;
        marks[query * paths + pool.pathOfRow[row]!] = 1;
      }
    }
    return [
      this.#floats(hidden, [rows, perRow, tails.capacity + fresh]),
      this.#floats(marks, [kvHeads, rows * perRow, paths]),
    ];
  }

  #prefixFeeds(pool: PrefixPool): Feeds {
    if (this.#prefix?.parts !== pool.parts) {
      const { kvHeads, headDim } = this.#shape;
      const feeds = this.#byLayer([prefixKey, prefixValue], pool.parts, [
        [kvHeads, pool.length, headDim + pool.paths],
        [kvHeads, pool.length, headDim],
      ]);
      this.#prefix = { parts: pool.parts, feeds };
    }
    return this.#prefix.feeds;
  }

  #tailFeeds({ parts, lengths, capacity }: RowTails): Feeds {
    if (this.#tails?.parts !== parts) {
      const dims = [this.#shape.kvHeads, lengths.length, capacity, this.#shape.headDim];
      this.#tails = { parts, feeds: this.#byLayer([tailKey, tailValue], parts, [dims, dims]) };
    }
    return this.#tails.feeds;
  }

  #byLayer(
    names: readonly ((layer: number) => string)[],
    parts: readonly Float32Array[],
    dims: readonly number[][],
  ): Feeds {
    const feeds: Feeds = {};
    parts.forEach((part, index) => {
      feeds[names[index % 2]!(index >> 1)] = this.#floats(part, dims[index % 2]!);
    });
    return feeds;
  }

  #floats(values: Float32Array, dims: readonly number[]): Tensor {
    return new this.#ort.Tensor("float32", values, dims);
  }

  #ints(values: readonly number[], dims: readonly number[]): Tensor {
    return new this.#ort.Tensor("int64", BigInt64Array.from(values, BigInt), dims);
  }
}

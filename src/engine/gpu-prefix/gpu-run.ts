import type { Tensor } from "onnxruntime-web";
import { bias, KEPT, LENGTHS, newKey, newValue, POSITIONS, tailKey, tailValue } from "../graph/attention-names"; // prettier-ignore
import type { RowCache } from "../onnx/row-cache";
import type { RunDecoder } from "../onnx/run-decoder";
import type { Ort } from "../onnx/runtime";
import { attentionBias } from "../shared-prefix/attention-bias";
import type { CacheShape } from "../shared-prefix/cache-shape";
import type { GpuPrefix } from "./gpu-prefix";

/** What a run reads: the same number of new tokens in each row. */
export interface GpuReading {
  /** [rows][fresh]; or on the GPU, one for each row. */
  ids: readonly (readonly number[])[] | Tensor;
  /** [rows][fresh] */
  positions: readonly (readonly number[])[];
  prefix: GpuPrefix;
  tails: RowCache;
  tailLengths: readonly number[];
  /** How many of each row's last positions to compute logits for. */
  kept: number;
  /** Where the new tokens' keys and values go: its capacity is their number. */
  fresh: RowCache;
}

/** Runs a rewritten decoder, whose keys, values and logits stay on the GPU. */
export class GpuRunner {
  readonly #ort: Ort;
  readonly #shape: CacheShape;
  readonly #run: RunDecoder;
  readonly #inputs: ReadonlySet<string>;

  constructor(ort: Ort, shape: CacheShape, inputs: readonly string[], run: RunDecoder) {
    this.#ort = ort;
    this.#shape = shape;
    this.#inputs = new Set(inputs);
    this.#run = run;
  }

  /** [rows, kept, vocabulary], or [rows, fresh, vocabulary] of a graph that cannot do with less. */
  async read(reading: GpuReading): Promise<Tensor> {
    const { ids, positions, prefix, tails, kept, fresh } = reading;
    const [rows, width] = [fresh.rows, fresh.capacity];
    const feeds: Record<string, Tensor> = {
      input_ids: isTensor(ids) ? ids : this.#ints(ids.flat(), [rows, width]),
      [POSITIONS]: this.#ints(positions.flat(), [rows, width]),
      [LENGTHS]: this.#ints([prefix.length, tails.capacity, width], [3]),
      [KEPT]: this.#ints([kept], []),
      [bias(false)]: this.#bias(reading, width),
      [bias(true)]: this.#bias(reading, kept),
      ...prefix.feeds,
      ...byLayer(tails, tailKey, tailValue),
    };
    for (const name in feeds) if (!this.#inputs.has(name)) delete feeds[name]; // Not every graph can be trimmed.
    const { logits } = await this.#run(feeds, { logits: null, ...byLayer(fresh, newKey, newValue) });
    return logits!;
  }

  #bias({ tails, tailLengths, fresh }: GpuReading, asking: number): Tensor {
    const { group } = this.#shape;
    const window = { tailLengths, tail: tails.capacity, fresh: fresh.capacity, group };
    const dims = [fresh.rows, group * asking, tails.capacity + fresh.capacity];
    return new this.#ort.Tensor("float32", attentionBias(window, asking), dims);
  }

  #ints(values: readonly number[], dims: readonly number[]): Tensor {
    return new this.#ort.Tensor("int64", BigInt64Array.from(values, BigInt), dims);
  }
}

function byLayer(
  { tensors }: RowCache,
  key: (layer: number) => string,
  value: (layer: number) => string,
): Record<string, Tensor> {
  return Object.fromEntries(
    tensors.map((tensor, part) => [(part % 2 === 0 ? key : value)(part >> 1), tensor]),
  );
}

function isTensor(ids: GpuReading["ids"]): ids is Tensor {
  return !Array.isArray(ids);
}

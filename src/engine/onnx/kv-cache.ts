import type { Tensor } from "onnxruntime-web";
import type { CacheLayout } from "./decoder-graph";
import type { GatherRows } from "./gather-rows";
import type { Ort } from "./runtime";

/** The rows' keys and values between two runs. */
export interface KvCache {
  /** Puts itself among a run's inputs. */
  addTo(feeds: Record<string, Tensor>): void;
  /** Takes what the run made of it, and frees what that replaces. */
  replaceBy(results: Record<string, Tensor>): void;
  /** Copies the only row, so that there are `rows`. */
  fork(rows: number): void;
  /** Keeps these rows, in this order. */
  keep(rows: readonly number[]): void;
  dispose(): void;
}

/** Grows by every run: each returns the whole cache, one position longer, in fresh tensors. */
export class DynamicKvCache implements KvCache {
  readonly #layout: CacheLayout;
  readonly #gather: GatherRows;
  #tensors: Tensor[]; // one key and one value per layer, each [rows, heads, tokens, headDim]

  constructor(ort: Ort, layout: CacheLayout, gather: GatherRows) {
    const { type, heads, headDim } = layout;
    const nothing = () => (type === "float32" ? new Float32Array(0) : new Uint16Array(0));
    this.#layout = layout;
    this.#gather = gather;
    this.#tensors = layout.inputs.map(() => new ort.Tensor(type, nothing(), [1, heads, 0, headDim]));
  }

  addTo(feeds: Record<string, Tensor>): void {
    this.#layout.inputs.forEach((name, index) => (feeds[name] = this.#tensors[index]!));
  }

  replaceBy(results: Record<string, Tensor>): void {
    this.#become(this.#layout.outputs.map((name) => results[name]!));
  }

  fork(rows: number): void {
    if (rows > 1) this.keep(new Array<number>(rows).fill(0));
  }

  keep(rows: readonly number[]): void {
    this.#become(this.#gather(this.#tensors, rows));
  }

  dispose(): void {
    this.#become([]);
  }

  #become(tensors: Tensor[]): void {
    for (const tensor of this.#tensors) tensor.dispose();
    this.#tensors = tensors;
  }
}

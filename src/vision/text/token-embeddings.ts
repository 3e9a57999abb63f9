import { EngineError } from "../../../workers/protocol";
import type { ByteRanges } from "./byte-ranges";
import { decodeRow } from "./decode-row";
import type { TableLayout } from "./text-contract";

/** Rows kept in memory. Labels of one image set share most of their words. */
const MOST_KEPT = 20_000;
/** Requests under way at once: what a browser gives one server. */
const AT_ONCE = 6;

/** A table of token embeddings, of which only the rows that are asked for are read, each once. */
export class TokenEmbeddings {
  readonly #layout: TableLayout;
  readonly #bytes: ByteRanges;
  readonly #kept = new Map<number, Float32Array>();

  constructor(layout: TableLayout, bytes: ByteRanges) {
    this.#layout = layout;
    this.#bytes = bytes;
  }

  /**
   * The rows of `ids`, one behind the other: ids.length · dim numbers. Throws "model-corrupt" for ids that the table lacks and for a file that is
   * too short, and what reading the file throws.
   */
  async rows(ids: readonly number[], signal: AbortSignal): Promise<Float32Array> {
    const { dim, rows } = this.#layout;
    const wanted = [...new Set(ids)].sort((a, b) => a - b);
    const outside = wanted.find((id) => !(id >= 0 && id < rows));
    if (outside !== undefined) throw corrupt(`has ${rows} rows, and the tokenizer asks for row ${outside}`);

    if (this.#kept.size + wanted.length > MOST_KEPT) this.#kept.clear();
    const runs = this.#runs(wanted.filter((id) => !this.#kept.has(id)));
    const work = async () => {
      for (let run = runs.pop(); run; run = runs.pop()) await this.#readRun(run, signal);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));

    const result = new Float32Array(ids.length * dim);
    ids.forEach((id, i) => result.set(this.#kept.get(id)!, i * dim));
    return result;
  }

  /** Sorted ids in groups, each worth one reading. */
  #runs(ids: readonly number[]): number[][] {
    const runs: number[][] = [];
    for (const id of ids) {
      const run = runs.at(-1);
      const near = run && (id - run.at(-1)! - 1) * this.#layout.stride <= this.#bytes.gapBytes;
      if (near) run.push(id);
      else runs.push([id]);
    }
    return runs;
  }

  async #readRun(ids: readonly number[], signal: AbortSignal): Promise<void> {
    const { stride, dim } = this.#layout;
    const first = ids[0]!;
    const length = (ids.at(-1)! + 1 - first) * stride;
    const bytes = await this.#bytes.read(first * stride, first * stride + length, signal);
    if (bytes.length !== length) throw corrupt("is shorter than config.json says");
    for (const id of ids) {
      const row = new Float32Array(dim);
      decodeRow(this.#layout, bytes.subarray((id - first) * stride, (id - first + 1) * stride), row);
      this.#kept.set(id, row);
    }
  }
}

function corrupt(what: string): EngineError {
  return new EngineError(
    "model-corrupt",
    `The model's table of token embeddings ${what}. Fetch the model again.`,
  );
}

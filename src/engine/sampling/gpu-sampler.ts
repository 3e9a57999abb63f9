import { bindLogits, type LogitsLayout } from "./logits-layout";
import { readResults } from "./read-results";
import { ResultRing } from "./result-ring";
import { packRow } from "./row-parameters";
import type { Draw, DrawnToken } from "./sample-token";
import { samplerPipeline } from "./sampler-pipeline";
import { RESULT_WORDS, ROW_FIELDS } from "./sampler-shader";
import { TokenSets } from "./token-sets";

const ROW_BYTES = 4 * ROW_FIELDS.length;
const RESULT_BYTES = 4 * RESULT_WORDS;
const STEPS_IN_FLIGHT = 3;

/**
 * Chooses each row's next token on the GPU, where the logits are: only ids and logprobs come back, up to two steps late.
 * The same filters, bits and ties as `sampleToken`, so the same ids but where two scores agree to float32's rounding.
 */
export class GpuSampler {
  readonly #device: GPUDevice;
  readonly #vocabularySize: number;
  readonly #maxRows: number;
  readonly #rows: GPUBuffer;
  readonly #ids: GPUBuffer;
  readonly #results: GPUBuffer;
  readonly #seen: TokenSets;
  readonly #banned: TokenSets;
  readonly #ring: ResultRing;
  /** Which place in the sets a row has: rows move without a copy. // a permutation of [maxRows] */
  #places: number[];
  /** The bans that each place's set holds. */
  readonly #bans: (readonly number[] | undefined)[] = [];

  constructor(device: GPUDevice, vocabularySize: number, maxRows: number) {
    this.#device = device;
    this.#vocabularySize = vocabularySize;
    this.#maxRows = maxRows;
    const { STORAGE, COPY_SRC, COPY_DST } = GPUBufferUsage;
    const buffer = (size: number, usage: number) => device.createBuffer({ size, usage: STORAGE | usage });
    this.#rows = buffer(maxRows * ROW_BYTES, COPY_DST);
    this.#ids = buffer(maxRows * 8, COPY_SRC);
    this.#results = buffer(maxRows * RESULT_BYTES, COPY_SRC);
    this.#seen = new TokenSets(device, vocabularySize, maxRows);
    this.#banned = new TokenSets(device, vocabularySize, maxRows);
    this.#ring = new ResultRing(device, maxRows * RESULT_BYTES, STEPS_IN_FLIGHT);
    this.#places = [...Array(maxRows).keys()];
  }

  /** A new sample in a row: its repetition penalty begins with these tokens, the prompt's. */
  begin(row: number, tokens: Iterable<number>): void {
    this.#seen.write(this.#places[row]!, tokens);
  }

  /** Moves these rows to the front, in this order; the others may begin anew behind them. */
  keep(rows: readonly number[]): void {
    const kept = new Set(rows.map((row) => this.#places[row]!));
    if (kept.size !== rows.length) throw new RangeError(`a row is kept twice: ${rows.join(", ")}`);
    this.#places = [...kept, ...this.#places.filter((place) => !kept.has(place))];
  }

  /**
   * Submits one step, as soon as fewer than three are under way; to be awaited before the next. `ids` (int64 [rows], valid
   * until the next step) can be the next run's input at once. `tokens` come later, or reject where `sampleToken` throws.
   */
  async sample(
    logits: GPUBuffer,
    layout: LogitsLayout,
    draws: readonly Draw[],
  ): Promise<{ ids: GPUBuffer; tokens: Promise<DrawnToken[]> }> {
    if (draws.length > this.#maxRows)
      throw new RangeError(`${draws.length} rows, but room for ${this.#maxRows}`);
    const staging = await this.#ring.free();
    const binding = bindLogits(logits, layout, {
      rows: draws.length,
      vocabularySize: this.#vocabularySize,
      alignment: this.#device.limits.minStorageBufferOffsetAlignment,
    });
    this.#upload(draws, layout, binding.first);

    const encoder = this.#device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    const pipeline = samplerPipeline(this.#device, layout.type, this.#vocabularySize);
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, this.#bindGroup(pipeline, binding.resource));
    pass.dispatchWorkgroups(draws.length);
    pass.end();
    encoder.copyBufferToBuffer(this.#results, 0, staging, 0, draws.length * RESULT_BYTES);
    this.#device.queue.submit([encoder.finish()]);
    return { ids: this.#ids, tokens: this.#ring.read(staging, draws.length * RESULT_BYTES, readResults) };
  }

  dispose(): void {
    for (const part of [this.#rows, this.#ids, this.#results, this.#seen, this.#banned, this.#ring])
      part.destroy();
  }

  #upload(draws: readonly Draw[], { stride }: LogitsLayout, first: number): void {
    const words = new Uint32Array(draws.length * ROW_FIELDS.length);
    draws.forEach((draw, row) => {
      const place = this.#places[row]!;
      const { bannedTokens } = draw.options;
      if (bannedTokens?.length && this.#bans[place] !== bannedTokens) {
        this.#banned.write(place, bannedTokens);
        this.#bans[place] = bannedTokens;
      }
      const where = { firstLogit: first + row * stride, words: this.#seen.wordOf(place) };
      words.set(packRow(draw, { vocabulary: this.#vocabularySize, ...where }), row * ROW_FIELDS.length);
    });
    this.#device.queue.writeBuffer(this.#rows, 0, words);
  }

  #bindGroup(pipeline: GPUComputePipeline, logits: GPUBufferBinding): GPUBindGroup {
    const buffers = [this.#banned.buffer, this.#seen.buffer, this.#ids, this.#results];
    const resources = [{ buffer: this.#rows }, logits, ...buffers.map((buffer) => ({ buffer }))];
    return this.#device.createBindGroup({
      layout: pipeline.getBindGroupLayout(0),
      entries: resources.map((resource, binding) => ({ binding, resource })),
    });
  }
}

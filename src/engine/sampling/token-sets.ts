/** Sets of tokens on the GPU, one per row, a bit per token. // u32 [rows, ⌈vocab / 32⌉] */
export class TokenSets {
  readonly buffer: GPUBuffer;
  readonly #device: GPUDevice;
  readonly #words: number;

  constructor(device: GPUDevice, vocabularySize: number, rows: number) {
    this.#device = device;
    this.#words = Math.ceil(vocabularySize / 32);
    const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST;
    this.buffer = device.createBuffer({ size: rows * this.#words * 4, usage });
  }

  /** Where a row's set begins, in words. */
  wordOf(row: number): number {
    return row * this.#words;
  }

  /** Makes these, and no others, the row's tokens. */
  write(row: number, tokens: Iterable<number>): void {
    const bits = new Uint32Array(this.#words);
    for (const token of tokens) bits[token >> 5]! |= 1 << (token & 31);
    this.#device.queue.writeBuffer(this.buffer, 4 * this.wordOf(row), bits);
  }

  destroy(): void {
    this.buffer.destroy();
  }
}

/**
 * Staging buffers in turn, so that a step's results can be on their way while the next steps run. Who asks for one while
 * all are out waits for the oldest: the throttle without which a loop would queue up all its steps at once.
 */
export class ResultRing {
  readonly #buffers: GPUBuffer[];
  /** Settles, and never rejects, once the buffer of the same index may be used again. */
  readonly #readBack: Promise<unknown>[];
  #next = 0;

  constructor(device: GPUDevice, bytes: number, count: number) {
    const usage = GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST;
    this.#buffers = Array.from({ length: count }, () => device.createBuffer({ size: bytes, usage }));
    this.#readBack = this.#buffers.map(() => Promise.resolve());
  }

  /** The buffer for the next step. `read` comes before the next is asked for. */
  async free(): Promise<GPUBuffer> {
    await this.#readBack[this.#next];
    return this.#buffers[this.#next]!;
  }

  /** What `parse` makes of the buffer's first bytes once what was submitted has written them. */
  read<T>(buffer: GPUBuffer, bytes: number, parse: (bytes: ArrayBuffer) => T): Promise<T> {
    const result = buffer.mapAsync(GPUMapMode.READ, 0, bytes).then(() => {
      const copy = buffer.getMappedRange(0, bytes).slice(0);
      buffer.unmap();
      return parse(copy);
    });
    this.#readBack[this.#next] = result.catch(() => {}); // Whoever awaits the result learns of it.
    this.#next = (this.#next + 1) % this.#buffers.length;
    return result;
  }

  destroy(): void {
    for (const buffer of this.#buffers) buffer.destroy();
  }
}

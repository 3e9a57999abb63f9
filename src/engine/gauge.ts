import type { MemoryUse } from "../../workers/protocol";

/** Bytes held for one purpose, and the most there were at once. */
export class Gauge {
  readonly #purpose: MemoryUse["purpose"];
  #live = 0;
  #peak = 0;

  constructor(purpose: MemoryUse["purpose"]) {
    this.#purpose = purpose;
  }

  set(bytes: number): void {
    this.#live = bytes;
    this.#peak = Math.max(this.#peak, bytes);
  }

  add(bytes: number): void {
    this.set(this.#live + bytes);
  }

  read(): MemoryUse {
    return { purpose: this.#purpose, live: this.#live, peak: this.#peak };
  }
}

import type { Fault } from "./row";

/** Enough to see what is wrong with a file. */
const MOST_KEPT = 200;

/** All faults counted, the first of them kept. */
export class FaultLog {
  readonly kept: Fault[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(fault: Fault): void {
    this.#count++;
    if (this.kept.length < MOST_KEPT) this.kept.push(fault);
  }
}

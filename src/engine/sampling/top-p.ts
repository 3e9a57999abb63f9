import type { MassBins } from "./mass-bins";

/**
 * The smallest set of likeliest tokens that together hold at least p of the probability, ties with the last included.
 * Only the tokens that `bins` were filled with count, so that it follows top-k as in the transformers library.
 */
export class Nucleus {
  readonly #bins: MassBins;
  readonly #goal: number;
  readonly #rate: number;
  /** The bin of the least likely token kept, and the mass before it. */
  readonly #last: { bin: number; before: number; tokens: number };

  constructor(bins: MassBins, p: number, rate: number) {
    this.#bins = bins;
    this.#rate = rate;
    this.#goal = p * bins.mass(rate);
    this.#last = bins.reach(this.#goal, rate);
  }

  /** All of the set is above this logit, and little else: as much as can be said without sorting. */
  get roughFloor(): number {
    return this.#bins.below(this.#last.bin);
  }

  /** How many tokens are in the set for certain. */
  get tokens(): number {
    return this.#last.tokens;
  }

  /** Whether a logit is in the set for certain: what is not may still be. */
  holds(logit: number): boolean {
    return this.#bins.binOf(logit) < this.#last.bin;
  }

  /** The least logit of the set. `logits` and `floor` are what the bins were filled with. */
  floor(logits: Float32Array, greatest: number, floor: number): number {
    let held = this.#last.before;
    let least = floor;
    for (const logit of this.#bins.sorted(logits, floor, this.#last.bin)) {
      least = logit;
      held += Math.exp((logit - greatest) * this.#rate);
      if (held >= this.#goal) break;
    }
    return least;
  }
}

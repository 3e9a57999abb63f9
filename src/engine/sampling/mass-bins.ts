const BINS = 4096;
const BINS_PER_NAT = 64;

/**
 * Sums of exponentials without an exponential per token. A token's weight is exp(rate · (logit − greatest)); each bin is
 * 1/64 nat wide and knows how many tokens it has, and the sums of their distances from its middle and of the squares:
 * enough for its mass within 1e-7 of itself. What is beyond the last bin weighs less than 1e-13 and is left out.
 */
export class MassBins {
  readonly #count = new Float64Array(BINS);
  readonly #distance = new Float64Array(BINS);
  readonly #square = new Float64Array(BINS);
  #tokens = 0;
  #greatest = 0;
  #perLogit = BINS_PER_NAT;

  /** Sorts tokens at or above `floor` into bins that are 1/64 nat wide at this rate, the greatest into the first. // [vocab] */
  fill(logits: Float32Array, greatest: number, floor: number, rate: number): void {
    const count = this.#count.fill(0);
    const distance = this.#distance.fill(0);
    const square = this.#square.fill(0);
    const perLogit = BINS_PER_NAT * rate;
    const end = Math.min(BINS, nextAbove((greatest - floor) * perLogit));
    let leftOut = 0;
    for (let token = 0; token < logits.length; token++) {
      const below = (greatest - logits[token]!) * perLogit;
      if (!(below < end)) {
        leftOut++;
        continue;
      }
      const bin = below | 0;
      const off = below - bin - 0.5;
      count[bin]! += 1;
      distance[bin]! += off;
      square[bin]! += off * off;
    }
    this.#tokens = logits.length - leftOut;
    this.#greatest = greatest;
    this.#perLogit = perLogit;
  }

  /** The bin of a logit; it may be beyond the last. */
  binOf(logit: number): number {
    return Math.floor((this.#greatest - logit) * this.#perLogit);
  }

  /** A logit below all of that bin's, by no more than a bin's width. */
  below(bin: number): number {
    return this.#greatest - (bin + 1.5) / this.#perLogit;
  }

  /** The mass of all bins at this rate, which may be from half of what they were filled for to twice as much. */
  mass(rate: number): number {
    return this.reach(Infinity, rate).before;
  }

  /** The first bin with which the mass from the greatest down comes to `goal`, with the mass and tokens before it. */
  reach(goal: number, rate: number): { bin: number; before: number; tokens: number } {
    const step = rate / this.#perLogit; // nats per bin
    const ratio = Math.exp(-step);
    let weight = Math.exp(-step / 2);
    let before = 0;
    let tokens = 0;
    let bin = 0;
    for (; tokens < this.#tokens; bin++, weight *= ratio) {
      const count = this.#count[bin]!;
      const offs = this.#distance[bin]! - (step / 2) * this.#square[bin]!;
      const upTo = before + weight * (count - step * offs);
      if (upTo >= goal) break;
      before = upTo;
      tokens += count;
    }
    return { bin, before, tokens };
  }

  /** The logits in a bin, descending. `logits` and `floor` are what the bins were filled with. */
  sorted(logits: Float32Array, floor: number, bin: number): Float32Array {
    return logits
      .filter((logit) => logit >= floor && this.binOf(logit) === bin)
      .sort()
      .reverse();
  }
}

/** The least number above a positive one, or a few beyond: less than two logits are apart. */
function nextAbove(value: number): number {
  return value * (1 + 2 ** -51) + Number.MIN_VALUE;
}

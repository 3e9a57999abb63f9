const BINS = 4096;
const BINS_PER_NAT = 64;
/** More tokens than any vocabulary has. */
const ONE = 2 ** 20;

/**
 * Sums of exponentials without an exponential per token. A token's weight is exp(rate · (logit − greatest)); each bin is
 * 1/64 nat wide and knows how many tokens it has and the sum of their distances from its upper end. As if they were spread
 * evenly around the middle of these, that gives its mass within 1e-6 of itself for one token, 3e-5 for a few, 1e-6 for
 * thousands. What is beyond the last bin weighs less than 1e-13 and is left out.
 */
export class MassBins {
  /** ONE per token, and its distance in bins. The last is for what is beyond. */
  readonly #sums = new Float64Array(BINS + 1);
  #tokens = 0;
  #greatest = 0;
  #perLogit = BINS_PER_NAT;

  /** Sorts tokens at or above `floor` into bins that are 1/64 nat wide at this rate, the greatest into the first. // [vocab] */
  fill(logits: Float32Array, greatest: number, floor: number, rate: number): void {
    const kept = floor === -Infinity ? logits : logits.filter((logit) => logit >= floor);
    this.#greatest = greatest;
    this.#perLogit = BINS_PER_NAT * rate;
    addAll(this.#sums.fill(0), kept, greatest, this.#perLogit);
    this.#tokens = kept.length - Math.floor(this.#sums[BINS]! / ONE);
  }

  /** The bin of a logit; it may be beyond the last. */
  binOf(logit: number): number {
    return Math.floor((this.#greatest - logit) * this.#perLogit);
  }

  /** A logit below all of that bin's, by no more than a bin's width. */
  below(bin: number): number {
    return this.#greatest - (bin + 1.5) / this.#perLogit;
  }

  /** The mass of all bins at this rate, which may be down to half of what they were filled for. */
  mass(rate: number): number {
    return this.reach(Infinity, rate).before;
  }

  /** The first bin with which the mass from the greatest down comes to `goal`, with the mass and tokens before it. */
  reach(goal: number, rate: number): { bin: number; before: number; tokens: number } {
    const step = rate / this.#perLogit; // nats per bin
    const ratio = Math.exp(-step);
    let weight = 1;
    let before = 0;
    let tokens = 0;
    let bin = 0;
    for (; tokens < this.#tokens; bin++, weight *= ratio) {
      const sum = this.#sums[bin]!;
      if (sum === 0) continue;
      const count = Math.floor(sum / ONE);
      const distance = sum - count * ONE;
      const squares = (distance * distance) / count + (count - 1) / 12;
      const upTo = before + weight * (count - step * distance + ((step * step) / 2) * squares);
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

/**
 * Four tokens at a time: a sum that is read right after another was written waits for that, whichever it was. The last
 * up to three are read twice, and taken off again.
 */
function addAll(sums: Float64Array, logits: Float32Array, greatest: number, perLogit: number): void {
  const whole = logits.length & ~3;
  for (let token = 0; token < whole; token += 4) {
    const a = Math.min((greatest - logits[token]!) * perLogit, BINS);
    const b = Math.min((greatest - logits[token + 1]!) * perLogit, BINS);
    const c = Math.min((greatest - logits[token + 2]!) * perLogit, BINS);
    const d = Math.min((greatest - logits[token + 3]!) * perLogit, BINS);
    const binA = a | 0;
    const binB = b | 0;
    const binC = c | 0;
    const binD = d | 0;
    const ofA = ONE + (a - binA);
    const ofB = ONE + (b - binB);
    const ofC = ONE + (c - binC);
    const ofD = ONE + (d - binD);
    sums[binA]! += ofA;
    sums[binB]! += ofB;
    sums[binC]! += ofC;
    sums[binD]! += ofD;
  }
  for (let token = whole; token < logits.length; token++) {
    const place = Math.min((greatest - logits[token]!) * perLogit, BINS);
    sums[place | 0]! += ONE + (place - (place | 0));
  }
}

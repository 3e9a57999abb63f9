import type { Sequence } from "./language-model";

/** A shorter beginning in common is read anew: to copy or to look it up would save nothing. */
const WORTH_TOKENS = 16;

/** Prompts that were read lately, to be found by their tokens. Those least recently used go when they take too much memory. */
export class PrefixCache {
  readonly #bytesOf: (sequences: readonly Sequence[]) => number;
  readonly #budgetBytes: number;
  readonly #sequences: Sequence[] = []; // the one used last at the end

  /** `bytesOf` counts what sequences have in common once. */
  constructor(bytesOf: (sequences: readonly Sequence[]) => number, budgetBytes: number) {
    this.#bytesOf = bytesOf;
    this.#budgetBytes = budgetBytes;
  }

  get bytes(): number {
    return this.#bytesOf(this.#sequences);
  }

  /** The longest known beginning of `tokens`; undefined where none is worth it. Whoever asks releases it. */
  find(tokens: readonly number[]): Sequence | undefined {
    let longest = WORTH_TOKENS - 1;
    let best: Sequence | undefined;
    for (const sequence of this.#sequences) {
      const common = commonLength(sequence.tokens, tokens);
      if (common <= longest) continue;
      longest = common;
      best = sequence;
    }
    if (!best) return undefined;
    this.#sequences.push(...this.#sequences.splice(this.#sequences.indexOf(best), 1));
    return best.truncate(longest);
  }

  remember(sequence: Sequence): void {
    this.#sequences.push(...sequence.fork(1));
    while (this.#sequences.length > 1 && this.bytes > this.#budgetBytes) this.#sequences.shift()!.release();
  }

  clear(): void {
    for (const sequence of this.#sequences.splice(0)) sequence.release();
  }
}

function commonLength(a: readonly number[], b: readonly number[]): number {
  const end = Math.min(a.length, b.length);
  let at = 0;
  while (at < end && a[at] === b[at]) at++;
  return at;
}

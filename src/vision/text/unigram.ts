/** Below the least likely piece, in natural logarithms: what sentencepiece takes from it for a character that is in no piece. */
const UNKNOWN_PENALTY = 10;

/**
 * Cuts words into the likeliest pieces. In place of the tokenizers package's own, which needs a gigabyte for the 901,629 pieces of
 * XLM-V (a trie of maps) and knows no pieces for bytes.
 */
export class Unigram {
  readonly ids: ReadonlyMap<string, number>;
  readonly #scores: Float64Array;
  readonly #unknown: number;
  readonly #longest: number;
  readonly #byteFallback: boolean;

  /** `vocab` are pieces with logarithms of their likelihoods, by id. With `byteFallback` unknown characters become pieces such as `<0x0A>`. */
  constructor(vocab: readonly (readonly [string, number])[], byteFallback: boolean) {
    this.ids = new Map(vocab.map(([piece], id) => [piece, id]));
    this.#scores = Float64Array.from(vocab, ([, score]) => score);
    this.#unknown = this.#scores.reduce((least, score) => Math.min(least, score), Infinity) - UNKNOWN_PENALTY;
    this.#longest = vocab.reduce((longest, [piece]) => Math.max(longest, piece.length), 1);
    this.#byteFallback = byteFallback;
  }

  /** The pieces of a word; neighbouring unknown characters are one, which is in no vocabulary. */
  cut(word: string): string[] {
    const from = this.#likeliest(word);
    const pieces: string[] = [];
    let unknownEnd = 0; // Exclusive, of the unknown characters behind `start`; 0 where there are none.
    const flush = (start: number) => {
      if (unknownEnd) pieces.push(...this.#inBytes(word.slice(start, unknownEnd)).reverse());
      unknownEnd = 0;
    };
    for (let end = word.length; end > 0;) {
      const start = Math.abs(from[end]!) - 1;
      if (from[end]! < 0) unknownEnd ||= end;
      else {
        flush(end);
        pieces.push(word.slice(start, end));
      }
      end = start;
    }
    flush(0);
    return pieces.reverse();
  }

  /** For each end of a piece on the likeliest way there, where that piece starts, plus one; negative if it is an unknown character. */
  #likeliest(word: string): Int32Array {
    const from = new Int32Array(word.length + 1);
    const best = new Float64Array(word.length + 1);
    const offer = (end: number, score: number, origin: number) => {
      if (from[end] !== 0 && !(score > best[end]!)) return;
      best[end] = score;
      from[end] = origin;
    };
    let next: number;
    for (let start = 0; start < word.length; start = next) {
      next = start + (word.codePointAt(start)! > 0xffff ? 2 : 1);
      const last = Math.min(word.length, start + this.#longest);
      for (let end = next; end <= last; end++) {
        const id = this.ids.get(word.slice(start, end));
        if (id !== undefined) offer(end, this.#scores[id]! + best[start]!, start + 1);
        else if (end === next) offer(end, this.#unknown + best[start]!, -(start + 1));
      }
    }
    return from;
  }

  #inBytes(unknown: string): string[] {
    if (!this.#byteFallback) return [unknown];
    const pieces = Array.from(new TextEncoder().encode(unknown), (byte) => {
      return `<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`;
    });
    return pieces.every((piece) => this.ids.has(piece)) ? pieces : [unknown];
  }
}

import { EdgeTable } from "./edge-table";

/** Finds all of many words in a text in one pass over it (Aho and Corasick 1975), on UTF-16 code units. */
export class Automaton {
  readonly #edges: EdgeTable;
  /** Of each state, the state of its longest proper suffix that is there. */
  readonly #suffix: Int32Array;
  /** Of each state, the word that ends in it, or -1. */
  readonly #word: Int32Array;
  /** Of each state, the longest proper suffix in which a word ends, or 0. */
  readonly #shorter: Int32Array;

  /** Of a word that stands there twice, the first is found. */
  constructor(words: readonly string[]) {
    const units = words.reduce((sum, word) => sum + word.length, 0);
    this.#edges = new EdgeTable(units);
    this.#suffix = new Int32Array(units + 1);
    this.#word = new Int32Array(units + 1).fill(-1);
    this.#shorter = new Int32Array(units + 1);
    this.#grow(words);
  }

  /** Calls `found` with the index of a word for each place where it ends. */
  find(text: string, found: (word: number) => void): void {
    let state = 0;
    for (let i = 0; i < text.length; i++) {
      state = this.#step(state, text.charCodeAt(i));
      let ending = this.#word[state]! >= 0 ? state : this.#shorter[state]!;
      for (; ending > 0; ending = this.#shorter[ending]!) found(this.#word[ending]!);
    }
  }

  #step(from: number, unit: number): number {
    for (let state = from; ; state = this.#suffix[state]!) {
      const next = this.#edges.get(state, unit);
      if (next !== 0 || state === 0) return next;
    }
  }

  /** All words by one code unit at a time, so that every suffix of a state, being shorter, is there before it. */
  #grow(words: readonly string[]): void {
    const stateOf = new Int32Array(words.length);
    let states = 0;
    let growing = words.map((_, i) => i).filter((i) => words[i] !== "");
    for (let depth = 0; growing.length > 0; depth++) {
      for (const i of growing) {
        const unit = words[i]!.charCodeAt(depth);
        const from = stateOf[i]!;
        const next = this.#edges.get(from, unit) || this.#add(from, unit, ++states);
        stateOf[i] = next;
        if (words[i]!.length === depth + 1 && this.#word[next] === -1) this.#word[next] = i;
      }
      growing = growing.filter((i) => words[i]!.length > depth + 1);
    }
  }

  #add(from: number, unit: number, state: number): number {
    const suffix = from === 0 ? 0 : this.#step(this.#suffix[from]!, unit);
    this.#edges.add(from, unit, state);
    this.#suffix[state] = suffix;
    this.#shorter[state] = this.#word[suffix]! >= 0 ? suffix : this.#shorter[suffix]!;
    return state;
  }
}

/** Edges of a trie: from a state by a UTF-16 code unit to a state above 0. A hash table with open addressing, as a full row per state would not fit. */
export class EdgeTable {
  readonly #shift: number;
  readonly #mask: number;
  readonly #from: Int32Array;
  readonly #unit: Uint16Array;
  /** 0 where a slot is free: no edge leads back to the root. */
  readonly #to: Int32Array;

  constructor(mostEdges: number) {
    const bits = Math.max(4, Math.ceil(Math.log2(mostEdges + 1)) + 1); // At most half full.
    this.#shift = 32 - bits;
    this.#mask = 2 ** bits - 1;
    this.#from = new Int32Array(2 ** bits);
    this.#unit = new Uint16Array(2 ** bits);
    this.#to = new Int32Array(2 ** bits);
  }

  /** 0 where there is no such edge. */
  get(from: number, unit: number): number {
    return this.#to[this.#slot(from, unit)]!;
  }

  add(from: number, unit: number, to: number): void {
    const slot = this.#slot(from, unit);
    this.#from[slot] = from;
    this.#unit[slot] = unit;
    this.#to[slot] = to;
  }

  /** Where the edge is, or the free slot where it belongs. */
  #slot(from: number, unit: number): number {
    let slot = (Math.imul(from, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> this.#shift;
    while (this.#to[slot] !== 0 && (this.#from[slot] !== from || this.#unit[slot] !== unit))
      slot = (slot + 1) & this.#mask;
    return slot;
  }
}

import type { CacheShape } from "./cache-shape";

const ROOM = 8; // tokens

/**
 * What each row has read by itself: a key and a value for each layer, each [kvHeads, rows, capacity, headDim], of which a
 * row fills the first `lengths[row]` positions. The runtime copies and multiplies all of it in every step, so it grows by little:
 * a step costs as much for four tokens of room as making room costs, spread over the steps until the next time.
 */
export class RowTails {
  readonly lengths: number[];
  capacity = 0;
  parts: Float32Array[];
  readonly #shape: CacheShape;

  constructor(shape: CacheShape, rows: number) {
    this.#shape = shape;
    this.lengths = new Array<number>(rows).fill(0);
    this.parts = Array.from({ length: 2 * shape.layers }, () => new Float32Array(0));
  }

  get bytes(): number {
    return this.parts.reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  /** Appends to each row the first `counts[row]` of its new positions. // fresh: parts of [kvHeads, rows, width, headDim] */
  write(counts: readonly number[], width: number, fresh: readonly Float32Array[]): void {
    const longest = Math.max(...this.lengths.map((length, row) => length + counts[row]!));
    if (longest > this.capacity) {
      this.#rebuild([...this.lengths.keys()], withRoom(longest));
    }
    const { kvHeads, headDim } = this.#shape;
    const rows = this.lengths.length;
    this.parts.forEach((part, index) => {
      const from = fresh[index]!;
      for (let line = 0; line < kvHeads * rows; line++) {
        const row = line % rows;
        const start = line * width * headDim;
        const to = (line * this.capacity + this.lengths[row]!) * headDim;
        const size = counts[row]! * headDim;
        for (let at = 0; at < size; at++) part[to + at] = from[start + at]!; // Views would cost more than they copy.
      }
    });
    counts.forEach((count, row) => (this.lengths[row]! += count));
  }

  /** Keeps these rows, in this order; −1 is a new row with nothing read. */
  keep(rows: readonly number[]): void {
    const longest = Math.max(0, ...rows.map((row) => this.lengths[row] ?? 0));
    this.#rebuild(rows, longest && Math.min(withRoom(longest), this.capacity));
  }

  /** What a row has read, as parts of [kvHeads, length, headDim]. */
  copyRow(row: number): Float32Array[] {
    const { kvHeads, headDim } = this.#shape;
    const [rows, length] = [this.lengths.length, this.lengths[row]!];
    return this.parts.map((part) => {
      const copy = new Float32Array(kvHeads * length * headDim);
      for (let head = 0; head < kvHeads; head++) {
        const start = (head * rows + row) * this.capacity * headDim;
        copy.set(part.subarray(start, start + length * headDim), head * length * headDim);
      }
      return copy;
    });
  }

  #rebuild(rows: readonly number[], capacity: number): void {
    const { kvHeads, headDim } = this.#shape;
    const before = { rows: this.lengths.length, capacity: this.capacity };
    this.parts = this.parts.map((part) => {
      const into = new Float32Array(kvHeads * rows.length * capacity * headDim);
      for (let head = 0; head < kvHeads; head++) {
        rows.forEach((row, at) => {
          if (row < 0) return;
          const start = (head * before.rows + row) * before.capacity * headDim;
          const filled = part.subarray(start, start + this.lengths[row]! * headDim);
          into.set(filled, (head * rows.length + at) * capacity * headDim);
        });
      }
      return into;
    });
    const lengths = rows.map((row) => this.lengths[row] ?? 0);
    this.lengths.splice(0, this.lengths.length, ...lengths);
    this.capacity = capacity;
  }
}

/** A thirty-second more, in the multiples that products take fastest. */
function withRoom(tokens: number): number {
  return Math.ceil((tokens + (tokens >> 5)) / ROOM) * ROOM;
}

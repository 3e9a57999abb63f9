import { disposeCache, type RowCache } from "../onnx/row-cache";
import { type GpuCaches, roomFor } from "./gpu-caches";

const LEAST_ROOM = 16; // tokens

/** What each row has read by itself. How much that is, its owner knows. */
export class GpuTails {
  readonly #caches: GpuCaches;
  #cache: RowCache;
  #fresh: RowCache | undefined; // of the last run

  constructor(caches: GpuCaches, rows: number) {
    this.#caches = caches;
    this.#cache = caches.allocate(rows, LEAST_ROOM);
  }

  get cache(): RowCache {
    return this.#cache;
  }

  get bytes(): number {
    return this.#caches.bytesOf(this.#cache) + (this.#fresh ? this.#caches.bytesOf(this.#fresh) : 0);
  }

  /** Where a run puts so many new positions of each row. */
  freshFor(width: number): RowCache {
    const known = this.#fresh;
    if (known?.rows === this.#cache.rows && known.capacity === width) return known;
    if (known) disposeCache(known);
    return (this.#fresh = this.#caches.allocate(this.#cache.rows, width));
  }

  /** Room for `counts` more behind these lengths. */
  makeRoom(lengths: readonly number[], counts: readonly number[]): void {
    const longest = Math.max(...lengths.map((length, row) => length + counts[row]!));
    if (longest > this.#cache.capacity) this.#rebuild([...lengths.keys()], lengths, grownFor(longest));
  }

  /** Appends what the last run has put there. */
  write(lengths: readonly number[], counts: readonly number[]): void {
    const from = this.#fresh!;
    const moves = lengths.map((intoStart, row) => {
      return { from, row, start: 0, count: counts[row]!, intoRow: row, intoStart };
    });
    this.#caches.copy(moves, this.#cache);
  }

  /** Keeps these rows, of these lengths, in this order. */
  keep(rows: readonly number[], lengths: readonly number[]): void {
    this.#rebuild(rows, lengths, Math.min(this.#cache.capacity, grownFor(Math.max(...lengths))));
  }

  /** So many more rows behind those of these lengths, with nothing read. */
  add(lengths: readonly number[], count: number): void {
    const none = new Array<number>(count).fill(0);
    this.#rebuild([...lengths.keys(), ...none], [...lengths, ...none], this.#cache.capacity);
  }

  /** What a row has read, in a cache of its own. */
  copyRow(row: number, count: number): RowCache {
    const copy = this.#caches.allocate(1, roomFor(count));
    this.#caches.copy([{ from: this.#cache, row, start: 0, count, intoRow: 0, intoStart: 0 }], copy);
    return copy;
  }

  dispose(): void {
    disposeCache(this.#cache);
    if (this.#fresh) disposeCache(this.#fresh);
  }

  #rebuild(rows: readonly number[], lengths: readonly number[], capacity: number): void {
    const from = this.#cache;
    this.#cache = this.#caches.allocate(rows.length, capacity);
    const moves = rows.map((row, intoRow) => {
      return { from, row, start: 0, count: lengths[intoRow]!, intoRow, intoStart: 0 };
    });
    this.#caches.copy(moves, this.#cache);
    disposeCache(from);
  }
}

/** Half as much again: to double would take what is short here. */
function grownFor(tokens: number): number {
  return Math.max(LEAST_ROOM, roomFor(tokens * 1.5));
}

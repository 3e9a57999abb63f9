import type { SequenceBatch } from "../language-model";
import type { Draw, DrawnToken } from "../sampling/sample-token";
import type { GqaDecoder } from "./gqa-decoder";
import { GqaSequence } from "./gqa-sequence";
import { type CachedRow, disposeCache, type RowCache } from "./row-cache";
import type { RowDrawer } from "./row-drawer";

/** Rows that decode in lockstep, each with a copy of its prompt's keys and values. */
export class GqaBatch implements SequenceBatch {
  readonly #decoder: GqaDecoder;
  readonly #drawer: RowDrawer;
  #cache: RowCache;
  #counted = 0; // bytes
  #tokens: number[][]; // of each row; NaN until a late one is known
  /** Settles once all tokens that were drawn are known. */
  #known: Promise<unknown> = Promise.resolve();
  #drawn: Promise<DrawnToken[]> = Promise.resolve([]);

  constructor(decoder: GqaDecoder, sequences: readonly GqaSequence[]) {
    this.#decoder = decoder;
    this.#tokens = sequences.map(({ tokens }) => [...tokens]);
    this.#drawer = decoder.drawer(sequences.map(({ logits }) => logits));
    this.#cache = decoder.stack(
      sequences.map(({ row }) => row),
      decoder.roomFor(this.#longest()),
    );
  }

  get rows(): number {
    return this.#tokens.length;
  }

  get lag(): number {
    return this.#drawer.lag;
  }

  logits(row: number): Promise<Float32Array> {
    return this.#drawer.of(row);
  }

  async draw(draws: readonly Draw[]): Promise<{ tokens: Promise<DrawnToken[]> }> {
    const { tokens } = await this.#drawer.draw(draws);
    this.#drawn = tokens;
    return { tokens };
  }

  async decode(tokens?: readonly number[]): Promise<void> {
    const lengths = this.#tokens.map(({ length }) => length);
    this.#tokens.forEach((row, index) => row.push(tokens ? tokens[index]! : NaN));
    if (!tokens) this.#noteWhenKnown(lengths);
    if (this.#decoder.isStatic && Math.max(...lengths) >= this.#cache.capacity) {
      this.#restack(lengths.map((length, row) => ({ cache: this.#cache, row, length })));
    }
    const ids = tokens ? tokens.map((token) => [token]) : this.#drawer.drawnIds();
    const { grown, logits } = await this.#decoder.step(this.#cache, lengths, ids);
    this.#cache = grown;
    this.#account();
    this.#drawer.take(logits);
  }

  /** Row after row, or token after token in lockstep: the operator reads several tokens behind others at batch 1 only. */
  append(tokens: readonly (readonly number[])[]): Promise<void> {
    const runs = Math.max(...tokens.map(({ length }) => length));
    return this.rows < runs ? this.#appendByRow(tokens) : this.#appendInLockstep(tokens); // Each run reads all weights.
  }

  async #appendByRow(tokens: readonly (readonly number[])[]): Promise<void> {
    const grown: GqaSequence[] = [];
    try {
      for (const [row, more] of tokens.entries()) {
        const before = await this.sequence(row);
        grown.push(await before.append(more).finally(() => before.release()));
      }
      this.#tokens = grown.map(({ tokens }) => [...tokens]);
      this.#drawer.replace(grown.map(({ logits }) => logits));
      this.#restack(grown.map(({ row }) => row));
    } finally {
      for (const sequence of grown) sequence.release();
    }
  }

  async #appendInLockstep(tokens: readonly (readonly number[])[]): Promise<void> {
    const counts = tokens.map(({ length }) => length);
    const before = this.#tokens.map(({ length }) => length);
    const last: Float32Array[] = [];
    for (let at = 0; at < Math.max(...counts); at++) {
      await this.decode(tokens.map((row) => row[at] ?? row.at(-1)!));
      for (const [row, count] of counts.entries()) {
        if (count === at + 1) last[row] = await this.#drawer.of(row);
      }
    }
    counts.forEach((count, row) => (this.#tokens[row]!.length = before[row]! + count));
    this.#drawer.replace(last);
  }

  keep(rows: readonly number[]): void {
    const cached = rows.map((row) => this.#rowOf(row));
    const moved = new Set<number>();
    this.#tokens = rows.map((row) => {
      const isCopy = moved.has(row);
      moved.add(row);
      return isCopy ? [...this.#tokens[row]!] : this.#tokens[row]!;
    });
    this.#drawn = this.#drawn.then((tokens) => rows.map((row) => tokens[row]!));
    this.#drawn.catch(() => {}); // Whoever awaits the draw learns of it.
    this.#drawer.keep(rows);
    this.#restack(cached);
  }

  add(sequences: readonly GqaSequence[]): void {
    const own = this.#tokens.map((_, row) => this.#rowOf(row));
    this.#tokens = [...this.#tokens, ...sequences.map(({ tokens }) => [...tokens])];
    this.#drawer.add(sequences.map(({ logits }) => logits));
    this.#restack([...own, ...sequences.map(({ row }) => row)]);
  }

  replace(rows: readonly number[], sequences: readonly GqaSequence[]): void {
    const cached = this.#tokens.map((_, row) => this.#rowOf(row));
    this.#tokens = [...this.#tokens]; // Tokens that are still to come belong to the rows as they were.
    rows.forEach((row, at) => {
      const { tokens, row: own, logits } = sequences[at]!;
      this.#tokens[row] = [...tokens];
      cached[row] = own;
      this.#drawer.set(row, logits);
    });
    this.#restack(cached);
  }

  truncate(row: number, length: number): void {
    if (length >= this.#tokens[row]!.length) return;
    this.#tokens[row] = this.#tokens[row]!.slice(0, length);
    this.#drawer.set(row, undefined);
  }

  async sequence(row: number): Promise<GqaSequence> {
    await this.#known;
    const cached = this.#rowOf(row);
    const cache = this.#decoder.stack([cached], cached.length);
    const logits = await this.#drawer.of(row).catch(() => undefined); // Cut: then it has none.
    return new GqaSequence(this.#decoder, [...this.#tokens[row]!], cache, logits);
  }

  dispose(): void {
    disposeCache(this.#cache);
    this.#account(0);
    this.#drawer.dispose();
  }

  /** Puts the tokens drawn last in their places, once they have come. */
  #noteWhenKnown(positions: readonly number[]): void {
    const rows = this.#tokens;
    this.#known = Promise.all([this.#drawn, this.#known]).then(([drawn]) => {
      rows.forEach((row, index) => (row[positions[index]!] = drawn[index]!.id));
    });
    this.#known.catch(() => {}); // Whoever awaits the draw learns of it.
  }

  #rowOf(row: number): CachedRow {
    return { cache: this.#cache, row, length: this.#tokens[row]!.length };
  }

  #restack(rows: readonly CachedRow[]): void {
    const before = this.#cache;
    this.#cache = this.#decoder.stack(rows, this.#decoder.roomFor(this.#longest()));
    disposeCache(before);
    this.#account();
  }

  #account(bytes = this.rows * this.#cache.capacity * this.#decoder.bytesPerToken): void {
    this.#decoder.rows.add(bytes - this.#counted);
    this.#counted = bytes;
  }

  #longest(): number {
    return Math.max(0, ...this.#tokens.map(({ length }) => length));
  }
}

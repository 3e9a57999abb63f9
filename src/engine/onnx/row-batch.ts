import type { Sequence, SequenceBatch } from "../language-model";
import type { Draw, DrawnToken } from "../sampling/sample-token";
import type { RowDrawer } from "./row-drawer";
import type { RowStore } from "./row-store";

/** Rows that decode in lockstep, wherever their keys and values are, and wherever their tokens are drawn. */
export class RowBatch implements SequenceBatch {
  readonly #store: RowStore;
  readonly #drawer: RowDrawer;
  #tokens: number[][]; // of each row; NaN until a late one is known
  /** Settles once all tokens that were drawn are known. */
  #known: Promise<unknown> = Promise.resolve();
  #drawn: Promise<DrawnToken[]> = Promise.resolve([]);

  constructor(store: RowStore, drawer: RowDrawer, sequences: readonly Sequence[]) {
    this.#store = store;
    this.#drawer = drawer;
    this.#tokens = sequences.map(({ tokens }) => [...tokens]);
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
    const lengths = this.#lengths;
    this.#tokens.forEach((row, index) => row.push(tokens ? tokens[index]! : NaN));
    if (!tokens) this.#noteWhenKnown(lengths);
    const ids = tokens ? tokens.map((token) => [token]) : this.#drawer.drawnIds();
    this.#drawer.take(await this.#store.step(lengths, ids));
  }

  /** Row after row, or token after token in lockstep: the operator reads several tokens behind others at batch 1 only. */
  append(tokens: readonly (readonly number[])[]): Promise<void> {
    const runs = Math.max(...tokens.map(({ length }) => length));
    return this.rows < runs ? this.#appendByRow(tokens) : this.#appendInLockstep(tokens); // Each run reads all weights.
  }

  async #appendByRow(tokens: readonly (readonly number[])[]): Promise<void> {
    const grown: Sequence[] = [];
    try {
      for (const [row, more] of tokens.entries()) {
        const before = await this.sequence(row);
        grown.push(await before.append(more).finally(() => before.release()));
      }
      this.replace([...grown.keys()], grown);
    } finally {
      for (const sequence of grown) sequence.release();
    }
  }

  async #appendInLockstep(tokens: readonly (readonly number[])[]): Promise<void> {
    const counts = tokens.map(({ length }) => length);
    const before = this.#lengths;
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
    const moved = new Set<number>();
    this.#tokens = rows.map((row) => {
      const isCopy = moved.has(row);
      moved.add(row);
      return isCopy ? [...this.#tokens[row]!] : this.#tokens[row]!;
    });
    this.#drawn = this.#drawn.then((tokens) => rows.map((row) => tokens[row]!));
    this.#drawn.catch(() => {}); // Whoever awaits the draw learns of it.
    this.#drawer.keep(rows);
    this.#store.keep(rows, this.#lengths);
  }

  add(sequences: readonly Sequence[]): void {
    this.#store.add(sequences, this.#lengths);
    this.#tokens = [...this.#tokens, ...sequences.map(({ tokens }) => [...tokens])];
    this.#drawer.add(sequences.map(({ logits }) => logits));
  }

  replace(rows: readonly number[], sequences: readonly Sequence[]): void {
    this.#store.replace(rows, sequences, this.#lengths);
    this.#tokens = [...this.#tokens]; // Tokens that are still to come belong to the rows as they were.
    rows.forEach((row, at) => {
      const { tokens, logits } = sequences[at]!;
      this.#tokens[row] = [...tokens];
      this.#drawer.set(row, logits);
    });
  }

  truncate(row: number, length: number): void {
    if (length >= this.#tokens[row]!.length) return;
    this.#tokens[row] = this.#tokens[row]!.slice(0, length);
    this.#store.truncate(row, length);
    this.#drawer.set(row, undefined);
  }

  async sequence(row: number): Promise<Sequence> {
    await this.#known;
    const logits = await this.#drawer.of(row).catch(() => undefined); // Cut: then it has none.
    return this.#store.sequence(row, [...this.#tokens[row]!], logits);
  }

  dispose(): void {
    this.#store.dispose();
    this.#drawer.dispose();
  }

  get #lengths(): number[] {
    return this.#tokens.map(({ length }) => length);
  }

  /** Puts the tokens drawn last in their places, once they have come. */
  #noteWhenKnown(positions: readonly number[]): void {
    const rows = this.#tokens;
    this.#known = Promise.all([this.#drawn, this.#known]).then(([drawn]) => {
      rows.forEach((row, index) => (row[positions[index]!] = drawn[index]!.id));
    });
    this.#known.catch(() => {}); // Whoever awaits the draw learns of it.
  }
}

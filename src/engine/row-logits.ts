import { type Draw, type DrawnToken, sampleToken } from "./sampling/sample-token";

/** What follows in each row, on this thread, and the tokens drawn from it. */
export class RowLogits {
  #rows: (Float32Array | undefined)[]; // rows × [vocab], undefined after a cut
  #drawn: number[] = [];

  constructor(rows: readonly (Float32Array | undefined)[]) {
    this.#rows = [...rows];
  }

  get count(): number {
    return this.#rows.length;
  }

  /** The tokens drawn last, one for each row. */
  get drawn(): readonly number[] {
    return this.#drawn;
  }

  of(row: number): Float32Array {
    const logits = this.#rows[row];
    if (logits) return logits;
    throw new Error(`row ${row} was cut: append a token before asking what follows`);
  }

  known(row: number): Float32Array | undefined {
    return this.#rows[row];
  }

  draw(draws: readonly Draw[]): DrawnToken[] {
    const tokens = draws.map((draw, row) => sampleToken(this.of(row), draw));
    this.#drawn = tokens.map(({ id }) => id);
    return tokens;
  }

  replace(rows: readonly (Float32Array | undefined)[]): void {
    this.#rows = [...rows];
  }

  /** `undefined` where the row was cut. */
  set(row: number, logits: Float32Array | undefined): void {
    this.#rows[row] = logits;
  }

  keep(rows: readonly number[]): void {
    this.#drawn = rows.map((row) => this.#drawn[row]!);
    this.#rows = rows.map((row) => this.#rows[row]);
  }

  add(rows: readonly (Float32Array | undefined)[]): void {
    this.#rows.push(...rows);
  }
}

import type { Tensor } from "onnxruntime-web";
import type { SequenceBatch } from "../language-model";
import { lastLogits } from "../onnx/last-logits";
import { RowLogits } from "../row-logits";
import type { Draw, DrawnToken } from "../sampling/sample-token";
import { cutPath, type Path, pathLength, wholeOf } from "./path";
import { poolPrefixes, type PrefixPool, samePool } from "./prefix-pool";
import { RowTails } from "./row-tails";
import type { SharedDecoder } from "./shared-decoder";
import { SharedSequence } from "./shared-sequence";

/** Rows that decode in lockstep: each the path of the sequence it began with, and a tail of its own. */
export class SharedBatch implements SequenceBatch {
  readonly lag = 0;
  readonly #decoder: SharedDecoder;
  readonly #tails: RowTails;
  #paths: Path[];
  #prefixLengths: number[];
  #tokens: number[][]; // of each row's tail
  readonly #logits: RowLogits;
  #pool: PrefixPool | undefined;
  #counted = 0; // bytes

  constructor(decoder: SharedDecoder, sequences: readonly SharedSequence[]) {
    this.#decoder = decoder;
    this.#tails = new RowTails(decoder.shape, sequences.length);
    this.#paths = sequences.map(({ path }) => path);
    this.#prefixLengths = this.#paths.map(pathLength);
    this.#tokens = sequences.map(() => []);
    this.#logits = new RowLogits(sequences.map(({ logits }) => logits));
  }

  get rows(): number {
    return this.#paths.length;
  }

  logits(row: number): Promise<Float32Array> {
    return Promise.resolve(this.#logits.of(row));
  }

  draw(draws: readonly Draw[]): Promise<{ tokens: Promise<DrawnToken[]> }> {
    return Promise.resolve({ tokens: Promise.resolve(this.#logits.draw(draws)) });
  }

  decode(tokens = this.#logits.drawn): Promise<void> {
    return this.append(tokens.map((token) => [token]));
  }

  async append(tokens: readonly (readonly number[])[]): Promise<void> {
    const counts = tokens.map(({ length }) => length);
    const width = Math.max(...counts);
    const logits = await this.#read(tokens, width - Math.min(...counts) + 1);
    const back = counts.map((count) => width - count);
    this.#logits.replace(lastLogits(logits, back));
  }

  /** Appends to each row, and returns what the model thought at each of the new positions. // rows × new × [vocab] */
  async readThrough(tokens: readonly (readonly number[])[]): Promise<Float32Array[][]> {
    const width = Math.max(...tokens.map(({ length }) => length));
    const logits = await this.#read(tokens, width);
    return tokens.map((row, index) =>
      row.map((_, at) => lastLogits(logits, new Array<number>(tokens.length).fill(width - 1 - at))[index]!),
    );
  }

  /** Rows with fewer tokens than the longest are filled up with its own last token, which nothing ever looks at. */
  async #read(tokens: readonly (readonly number[])[], kept: number): Promise<Tensor> {
    const counts = tokens.map(({ length }) => length);
    const width = Math.max(...counts);
    const filled = Array.from({ length: width }, (_, at) => at);
    this.#pool ??= poolPrefixes(this.#paths, this.#decoder.shape);
    const { logits, parts } = await this.#decoder.runner.read({
      tokens: tokens.map((row) => filled.map((at) => row[Math.min(at, row.length - 1)]!)),
      positions: counts.map((count, row) => filled.map((at) => this.#length(row) + Math.min(at, count - 1))),
      pool: this.#pool,
      tails: this.#tails,
      kept,
    });
    this.#tails.write(counts, width, parts);
    this.#account();
    tokens.forEach((row, index) => this.#tokens[index]!.push(...row));
    return logits;
  }

  #length(row: number): number {
    return this.#prefixLengths[row]! + this.#tails.lengths[row]!;
  }

  keep(rows: readonly number[]): void {
    this.#tails.keep(rows);
    this.#account();
    this.#paths = rows.map((row) => this.#paths[row]!);
    this.#prefixLengths = this.#paths.map(pathLength);
    this.#tokens = rows.map((row) => [...this.#tokens[row]!]);
    this.#logits.keep(rows);
    this.#pool = undefined;
  }

  add(sequences: readonly SharedSequence[]): void {
    this.#tails.keep([...this.#paths.keys(), ...sequences.map(() => -1)]);
    this.#paths = [...this.#paths, ...sequences.map(({ path }) => path)];
    this.#prefixLengths = this.#paths.map(pathLength);
    this.#tokens.push(...sequences.map(() => []));
    this.#logits.add(sequences.map(({ logits }) => logits));
    this.#pool = undefined;
  }

  /** No tail is moved; and where the sequences' prefixes are in the pool, nothing is copied at all. */
  replace(rows: readonly number[], sequences: readonly SharedSequence[]): void {
    rows.forEach((row, at) => {
      const { path, logits } = sequences[at]!;
      this.#paths[row] = path;
      this.#prefixLengths[row] = pathLength(path);
      this.#tokens[row] = [];
      this.#tails.lengths[row] = 0;
      this.#logits.set(row, logits);
    });
    this.#pool &&= samePool(this.#pool, this.#paths);
  }

  truncate(row: number, length: number): void {
    const own = length - this.#prefixLengths[row]!;
    if (own >= this.#tails.lengths[row]!) return;
    this.#tails.lengths[row] = Math.max(0, own);
    this.#tokens[row] = this.#tokens[row]!.slice(0, Math.max(0, own));
    this.#logits.set(row, undefined);
    if (own >= 0) return;
    this.#paths[row] = cutPath(this.#paths[row]!, length);
    this.#prefixLengths[row] = length;
    this.#pool = undefined;
  }

  sequence(row: number): Promise<SharedSequence> {
    const tokens = [...this.#tokens[row]!];
    const path = this.#paths[row]!;
    const segment = { tokens, parts: this.#tails.copyRow(row) };
    const whole = tokens.length > 0 ? [...path, wholeOf(segment)] : path;
    return Promise.resolve(new SharedSequence(this.#decoder, whole, this.#logits.known(row)));
  }

  dispose(): void {
    this.#decoder.runner.forget();
    this.#decoder.rows.add(-this.#counted);
    this.#counted = 0;
  }

  #account(): void {
    const { bytes } = this.#tails;
    this.#decoder.rows.add(bytes - this.#counted);
    this.#counted = bytes;
  }
}

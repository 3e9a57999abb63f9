import type { Tensor } from "onnxruntime-web";
import { RowLogits } from "../row-logits";
import type { Draw, DrawnToken } from "../sampling/sample-token";
import { lastLogits } from "./last-logits";
import type { RowDrawer } from "./row-drawer";
import type { Ort } from "./runtime";

/** Draws on this thread, where the logits are. */
export class CpuDrawer implements RowDrawer {
  readonly lag = 0;
  readonly #ort: Ort;
  readonly #logits: RowLogits;

  constructor(ort: Ort, rows: readonly (Float32Array | undefined)[]) {
    this.#ort = ort;
    this.#logits = new RowLogits(rows);
  }

  of(row: number): Promise<Float32Array> {
    return Promise.resolve(this.#logits.of(row));
  }

  draw(draws: readonly Draw[]): Promise<{ tokens: Promise<DrawnToken[]> }> {
    return Promise.resolve({ tokens: Promise.resolve(this.#logits.draw(draws)) });
  }

  drawnIds(): Tensor {
    const { drawn } = this.#logits;
    return new this.#ort.Tensor("int64", BigInt64Array.from(drawn, BigInt), [drawn.length, 1]);
  }

  take(logits: Tensor): void {
    this.#logits.replace(lastLogits(logits));
    logits.dispose();
  }

  replace(rows: readonly (Float32Array | undefined)[]): void {
    this.#logits.replace(rows);
  }

  set(row: number, logits: Float32Array | undefined): void {
    this.#logits.set(row, logits);
  }

  keep(rows: readonly number[]): void {
    this.#logits.keep(rows);
  }

  add(rows: readonly (Float32Array | undefined)[]): void {
    this.#logits.add(rows);
  }

  dispose(): void {}
}

import type { Tensor } from "onnxruntime-web";
import type { Draw, DrawnToken } from "../sampling/sample-token";

/** Where a batch's logits are, and where the tokens that follow are drawn. */
export interface RowDrawer {
  /** By how many steps the drawn tokens may be late. */
  readonly lag: number;
  of(row: number): Promise<Float32Array>;
  draw(draws: readonly Draw[]): Promise<{ tokens: Promise<DrawnToken[]> }>;
  /** The tokens drawn last, as a run reads them. // int64 [rows, 1] */
  drawnIds(): Tensor;
  /** What a run has made: [rows, 1, vocab]. It is the drawer's from now on. */
  take(logits: Tensor): void;
  /** Rows' logits that lie on this thread, undefined where a row was cut. */
  replace(rows: readonly (Float32Array | undefined)[]): void;
  set(row: number, logits: Float32Array | undefined): void;
  keep(rows: readonly number[]): void;
  add(rows: readonly (Float32Array | undefined)[]): void;
  dispose(): void;
}

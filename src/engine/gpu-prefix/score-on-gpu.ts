import type { Tensor } from "onnxruntime-web";
import type { ReadLogits } from "../onnx/read-logits";
import { type Continuations, scoreTogether } from "../score";
import type { GpuSharedSequence } from "./gpu-shared-sequence";
import type { GpuSharedStore } from "./gpu-shared-store";

/** The logprobs of continuations of one sequence, each in a row of the store, read in pieces of so many tokens. */
export function scoreOnGpu(
  store: GpuSharedStore,
  { tokens, logits }: GpuSharedSequence,
  continuations: Continuations,
  width: number,
  readLogits: ReadLogits,
): Promise<number[][]> {
  let lengths = continuations.map(() => tokens.length);
  const reader = {
    keep(rows: readonly number[]) {
      lengths = rows.map((row) => lengths[row]!);
      store.keep(rows, lengths);
    },
    async readThrough(pieces: Continuations) {
      const read = await store.readThrough(lengths, pieces);
      lengths = lengths.map((length, row) => length + pieces[row]!.length);
      const thoughts = await readAll(read, readLogits);
      read.dispose();
      return thoughts.map((row, index) => row.slice(0, pieces[index]!.length));
    },
  };
  return scoreTogether(reader, logits!, continuations, width);
}

/** All that [rows, positions, vocabulary] holds. // rows × positions × [vocab] */
async function readAll(logits: Tensor, readLogits: ReadLogits): Promise<Float32Array[][]> {
  const [rows, positions] = logits.dims as [number, number, number];
  const thoughts: Float32Array[][] = Array.from({ length: rows }, () => []);
  for (let back = positions - 1; back >= 0; back--) {
    const each = await readLogits(logits, new Array<number>(rows).fill(back));
    each.forEach((row, index) => thoughts[index]!.push(row));
  }
  return thoughts;
}

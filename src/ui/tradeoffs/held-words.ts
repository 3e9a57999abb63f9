import { size } from "../ask/memory-words";

/** That memory holds only `rows` samples at once, which may take `bytes`; `given` is absent where the page decides. */
export function heldWords({ rows, bytes }: { rows: number; bytes: number }, given?: number): string {
  const memory = given === undefined ? "Memory" : `The memory given, ${size(given)},`;
  if (given !== undefined && bytes > given)
    return `Even one sample may take ${size(bytes)}, more than the ${size(given)} given: they are written one at a time.`;
  return `${memory} holds ${rows === 1 ? "one sample" : `${rows} samples`} of a problem at their longest; the others wait.`;
}

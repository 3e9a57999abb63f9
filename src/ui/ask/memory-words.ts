import type { MemoryUse } from "../../../workers/protocol";
import { grouped } from "./grouped";

const UNITS = [
  ["GB", 1e9],
  ["MB", 1e6],
  ["kB", 1e3],
] as const;

/** Bytes as people read them, in two figures or all before the point: "2.6 GB", "11 MB", "340 kB". */
export function size(bytes: number): string {
  if (bytes < 999.5) return `${Math.round(bytes)} B`;
  const [unit, each] = UNITS.find(([, of]) => bytes >= 0.9995 * of)!;
  const value = bytes / each;
  return `${value < 9.95 ? Number(value.toFixed(1)) : grouped(Math.round(value))} ${unit}`;
}

interface Wanted {
  samples: number;
  tokens: number;
  bytes: number;
  waves: number;
  sharesInstead?: true;
}

/** What a run will take: "16 × 256 tokens: 11 MB of memory", and what is done where it does not fit at once. */
export function forecastWords({ samples, tokens, bytes, waves, sharesInstead }: Wanted): string {
  const told = `${samples} × ${grouped(tokens)} tokens: ${size(bytes)}`;
  const shared = sharesInstead ? ", the prompt stored once for all" : "";
  return waves > 1 ? `${told}${shared}, in ${waves} waves` : `${told} of memory${shared}`;
}

export function narrowedWords(rows: number, running: boolean): string {
  return running
    ? `Memory was full: writing ${rows} at a time from here.`
    : `Memory was full on the way: the rest was written ${rows} at a time.`;
}

export const PURPOSES: Record<MemoryUse["purpose"], string> = {
  weights: "Weights of the model",
  prompts: "Prompts kept for the next run",
  rows: "Samples being written",
  runtime: "All of the runtime: its heap on WASM, its buffers on WebGPU",
};

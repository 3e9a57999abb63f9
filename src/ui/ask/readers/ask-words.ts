import type { Readings } from "../../../app/reading/readings.svelte";

/** What the button says that has samples read. */
export function askWords({ reads, exchanges, left, status }: Readings): string {
  if (exchanges.length === 0) return "Have them read";
  if (left.some((method) => reads.some((read) => read.method === method))) return "Have them read anew";
  return status === "finished" ? "Read by all methods" : "Read on";
}

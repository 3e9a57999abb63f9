import type { Page } from "playwright";
import type { Call } from "./call";
import { watchWorkerHeaps } from "./worker-heap";

/** By how much memory grows from the hundredth picture to the thousandth: WebAssembly's or JavaScript's, whichever grows more. */
export async function heapGrowth(
  page: Page,
  call: Call,
): Promise<{ wasmBytes: number; scriptBytes: number }> {
  const scriptHeap = await watchWorkerHeaps(page);
  await call("embedMany", 0, 100);
  const [script, wasm] = [await scriptHeap(), await call("wasmBytes")];
  await call("embedMany", 100, 1000);
  return { scriptBytes: (await scriptHeap()) - script, wasmBytes: (await call("wasmBytes")) - wasm };
}

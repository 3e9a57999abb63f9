import type { LanguageModel } from "../language-model";

const ROWS = 16;
const WARM_UP_MS = 250;

/**
 * Browsers compile WebAssembly in haste at first, and well only what turns out to be hot. Steps that nobody waits for
 * move that before the first question: the first 16 samples then took 0.55 s instead of 0.7 s, and load and first run
 * together no longer than before (Chromium 156, two busy cores). More than this gains less than it takes.
 */
export async function warmUp(model: LanguageModel): Promise<void> {
  const end = performance.now() + WARM_UP_MS;
  const batch = await model.prefill([0]);
  try {
    batch.fork(ROWS);
    const tokens = new Array<number>(ROWS).fill(0);
    while (performance.now() < end) await batch.decode(tokens);
  } finally {
    batch.dispose();
  }
}

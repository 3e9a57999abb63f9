import * as ort from "onnxruntime-web/wasm";
import { NEW_TOKENS, openOurs } from "./ours";
import { openLibrary } from "./library";
import { recordFeeds } from "./record-feeds";
import { promptOf } from "./with-prompt";

const ROWS = 16;
/** While the browser still compiles what runs often. */
const WARM_TURNS = 3;

export interface Comparison {
  /** How many times as fast as transformers.js with one `generate()` after another. */
  vsSequential: number;
  /** How many times as fast as transformers.js with one batched `generate()`. */
  vsBatch: number;
  /** The share of the speed of the same `session.run` calls with nothing between them. */
  ofBound: number;
}

ort.env.wasm.numThreads = 1;
ort.env.wasm.wasmPaths = new URL("/node_modules/onnxruntime-web/dist/", location.origin).href;
(globalThis as Record<symbol, unknown>)[Symbol.for("onnxruntime")] = ort; // One runtime for both.
const library = await openLibrary();
const ours = await openOurs();

/** Turn about, medians. Every turn has another prompt, so that nothing can be remembered. */
export async function compare(promptTokens: number, turns: number): Promise<Comparison> {
  const times = {
    sequential: [] as number[],
    batch: [] as number[],
    ours: [] as number[],
    bare: [] as number[],
  };
  for (let turn = -WARM_TURNS; turn < turns; turn++) {
    const prompt = promptOf(promptTokens, turn);
    const replay = await recordFeeds(() => ours(promptOf(promptTokens, turn + 1000), ROWS));
    const engine = await timed(() => ours(prompt, ROWS)); // Both behind a run of their own kind, which warms the caches.
    const bare = await timed(replay);
    if (turn < 0) {
      for (const rows of [1, ROWS]) await library(prompt.slice(0, 64), rows);
      continue;
    }
    const batch = await timed(() => library(prompt, ROWS));
    const sequential = await timed(async () => {
      const rows: number[][] = [];
      for (let row = 0; row < ROWS; row++) rows.push(...(await library(prompt, 1)));
      return rows;
    });
    const differing = [batch, sequential].filter(({ result }) => String(result) !== String(engine.result));
    if (differing.length > 0)
      throw new Error(`the tokens differ at a prompt of ${promptTokens}, turn ${turn}`);
    times.sequential.push(sequential.ms);
    times.batch.push(batch.ms);
    times.ours.push(engine.ms);
    times.bare.push(bare.ms);
  }
  const [sequential, batch, own, bare] = [times.sequential, times.batch, times.ours, times.bare].map(median) as [number, number, number, number]; // prettier-ignore
  console.log(
    `prompt ${promptTokens}: ${ROWS} × ${NEW_TOKENS} tokens in ${own.toFixed(0)} ms; bare runs ${bare.toFixed(0)}; transformers.js one by one ${sequential.toFixed(0)}, batched ${batch.toFixed(0)}`,
  );
  const ratio = (value: number) => Number((value / own).toFixed(2));
  return { vsSequential: ratio(sequential), vsBatch: ratio(batch), ofBound: ratio(bare) };
}

async function timed<T>(call: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const start = performance.now();
  const result = await call();
  return { ms: performance.now() - start, result };
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1]!;
}

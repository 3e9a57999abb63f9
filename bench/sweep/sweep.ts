// npm run bench:sweep: 100 problems with 16 samples each on WASM, in the built site: as one sweep, and as 100 runs of Ask in the
// same page, which draw the same samples. One after the other, sweep first and last; the last line is one JSON document.
import { join } from "node:path";
import { buildIfStale } from "../../src/cli/build/build-if-stale";
import { findBrowser } from "../../src/cli/find-browser";
import { serve } from "../../src/cli/serve";
import { timeAsks } from "./time-asks";
import { timeSweep, type Timed } from "./time-sweep";

const PROBLEMS = 100;
const SAMPLES = 16;
const ROUNDS = 2;
const root = join(import.meta.dirname, "../..");

await buildIfStale(root);
const site = await serve(join(root, "dist"));
const browser = findBrowser(console.log);
const sweeps: Timed[] = [];
const asks: Timed[] = [];
const tell = (what: string, { ms, tokens }: Timed) =>
  console.log(
    `${what}: ${tokens} tokens in ${(ms / 1000).toFixed(1)} s, ${Math.round((1000 * tokens) / ms)} tokens/s`,
  );
try {
  for (let round = 0; round <= ROUNDS; round++) {
    sweeps.push(await timeSweep(browser, site.url, PROBLEMS, SAMPLES));
    tell("one sweep", sweeps.at(-1)!);
    if (round === ROUNDS) break;
    asks.push(await timeAsks(browser, site.url, PROBLEMS, SAMPLES));
    tell(`${PROBLEMS} runs of Ask`, asks.at(-1)!);
  }
} finally {
  await site.close();
}

if (new Set([...sweeps, ...asks].map(({ tokens }) => tokens)).size > 1)
  throw new Error("the sweep and the runs did not draw the same samples");
const median = (timed: readonly Timed[]) => {
  const sorted = timed.map(({ ms }) => ms).sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
};
console.log(
  JSON.stringify({
    problems: PROBLEMS,
    samples: SAMPLES,
    tokens: sweeps[0]!.tokens,
    sweepMs: Math.round(median(sweeps)),
    askMs: Math.round(median(asks)),
    speedup: Number((median(asks) / median(sweeps)).toFixed(2)),
    longestTaskMs: Math.round(Math.max(...sweeps.map(({ longestTaskMs }) => longestTaskMs))),
  }),
);

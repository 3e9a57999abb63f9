// npm run bench: what a first visit costs and how fast a default run is, on this machine, on WASM; and how long the page's
// thread was ever busy at a stretch. A fresh browser profile each time; medians of a few visits; the last line is one JSON document.
import { join } from "node:path";
import { MODELS } from "../models";
import { buildIfStale } from "../src/cli/build/build-if-stale";
import { findBrowser } from "../src/cli/find-browser";
import { type Visit, visit } from "./visit";

const VISITS = 5;
const root = join(import.meta.dirname, "..");

await buildIfStale(root);
const browser = findBrowser(console.log);

async function visits(samples: number): Promise<Visit[]> {
  const made: Visit[] = [];
  for (let i = 1; i <= VISITS; i++) {
    const one = await visit(browser, join(root, "dist"), samples);
    made.push(one);
    const { firstTokenMs, tokens, runMs, longestTaskMs } = one;
    console.log(
      `${samples} samples, visit ${i}: first token ${firstTokenMs.toFixed(0)} ms, then ${tokens} tokens in ${runMs.toFixed(0)} ms; ` +
        (longestTaskMs > 0 ? `longest task ${longestTaskMs.toFixed(0)} ms` : "no task over 50 ms"),
    );
  }
  return made;
}

const median = (values: number[]) =>
  Math.round([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!);
const longest = (made: readonly Visit[]) => {
  const tasks = made.map(({ longestTaskMs }) => longestTaskMs);
  return { median: median(tasks), max: Math.round(Math.max(...tasks)) };
};

const sixteen = await visits(16);
const sixtyFour = await visits(64);
const card = MODELS[0]!;
const loaded = card.files.filter(({ path }) => !path.endsWith(".onnx") || path === card.graph.wasm);
console.log(
  JSON.stringify({
    firstTokenMs: median(sixteen.map(({ firstTokenMs }) => firstTokenMs)),
    runMs: median(sixteen.map(({ runMs }) => runMs)),
    tokensPerSecond: median(sixteen.map(({ tokens, runMs }) => (1000 * tokens) / runMs)),
    longestTaskMs: { 16: longest(sixteen), 64: longest(sixtyFour) },
    jsGzipBytes: Math.max(...sixteen.map(({ jsGzipBytes }) => jsGzipBytes)),
    modelBytes: loaded.reduce((sum, { bytes }) => sum + bytes, 0),
    wireBytes: Math.max(...sixteen.map(({ wireBytes }) => wireBytes)),
  }),
);

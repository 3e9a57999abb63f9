// npm run bench: what a first visit costs and how fast a default run is, on this machine, on WASM.
// A fresh browser profile each time; medians of a few visits; the last line is one JSON document.
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright";
import { MODELS } from "../models";
import { buildIfStale } from "../src/cli/build/build-if-stale";
import { CHROMIUM_ARGS } from "../src/cli/chromium-args";
import { findBrowser } from "../src/cli/find-browser";
import { serve } from "../src/cli/serve";

const VISITS = 5;
const root = join(import.meta.dirname, "..");
const dist = join(root, "dist");

interface Visit {
  firstTokenMs: number;
  runMs: number;
  tokens: number;
  jsGzipBytes: number;
  wireBytes: number;
}

async function visit(executablePath: string): Promise<Visit> {
  const requests: { path: string; at: number }[] = [];
  const site = await serve(dist, { onRequest: (path) => requests.push({ path, at: Date.now() }) });
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  try {
    const page = await browser.newPage();
    await page.goto(`${site.url}#/ask?device=wasm&run=1`);
    const state = page.getByRole("status", { name: "Run state" });
    await state.and(page.locator('[data-state="finished"]')).waitFor({ timeout: 60_000 });
    const [first, end, origin] = await page.evaluate((): [number, number, number] => [
      performance.getEntriesByName("quorum:first-token")[0]!.startTime,
      performance.getEntriesByName("quorum:run-end")[0]!.startTime,
      performance.timeOrigin,
    ]);
    const tokens = Number(/([\d,]+) tokens in/.exec(await state.innerText())![1]!.replaceAll(",", ""));
    await page.getByText("Ready for offline").waitFor({ timeout: 60_000 });
    const scripts = new Set(
      requests
        .filter(({ at, path }) => at <= origin + first && /\.m?js($|\?)/.test(path))
        .map(({ path }) => path.split("?")[0]!),
    );
    const jsGzipBytes = [...scripts].reduce((sum, path) => sum + gzipBytes(join(dist, path)), 0);
    return { firstTokenMs: first, runMs: end - first, tokens, jsGzipBytes, wireBytes: site.bytesSent() };
  } finally {
    await browser.close();
    await site.close();
  }
}

function gzipBytes(file: string): number {
  return existsSync(`${file}.gz`) ? statSync(`${file}.gz`).size : gzipSync(readFileSync(file)).length;
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

await buildIfStale(root);
const browserPath = findBrowser(console.log);
const visits: Visit[] = [];
for (let i = 0; i < VISITS; i++) {
  visits.push(await visit(browserPath));
  const { firstTokenMs, runMs, tokens } = visits[i]!;
  console.log(
    `visit ${i + 1}: first token ${firstTokenMs.toFixed(0)} ms, then ${tokens} tokens in ${runMs.toFixed(0)} ms`,
  );
}
const rounded = (values: number[]) => Math.round(median(values));
const card = MODELS[0]!;
const loaded = card.files.filter(({ path }) => !path.endsWith(".onnx") || path === card.graph.wasm);
console.log(
  JSON.stringify({
    firstTokenMs: rounded(visits.map(({ firstTokenMs }) => firstTokenMs)),
    runMs: rounded(visits.map(({ runMs }) => runMs)),
    tokensPerSecond: rounded(visits.map(({ tokens, runMs }) => (1000 * tokens) / runMs)),
    jsGzipBytes: Math.max(...visits.map(({ jsGzipBytes }) => jsGzipBytes)),
    modelBytes: loaded.reduce((sum, { bytes }) => sum + bytes, 0),
    wireBytes: Math.max(...visits.map(({ wireBytes }) => wireBytes)),
  }),
);

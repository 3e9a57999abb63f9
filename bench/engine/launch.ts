// npm run bench:engine: sixteen samples of one prompt, this engine against transformers.js on the same file, runtime and
// prompts, in Chromium on WebAssembly with one thread. `-- --turns 1 --prompts 64,512` for less. The last line is one JSON document.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import { createServer } from "vite";
import { CHROMIUM_ARGS } from "../../src/cli/chromium-args";
import { findBrowser } from "../../src/cli/find-browser";
import type { Comparison } from "./compare";

const { turns, prompts } = parseArgs({
  options: {
    turns: { type: "string", default: "3" },
    prompts: { type: "string", default: "64,512,1024" },
  },
}).values;
const server = await createServer({
  root: join(import.meta.dirname, "../.."),
  server: { port: 0, strictPort: false, hmr: false, watch: null }, // A file that changes must not reload the page.
  logLevel: "error",
});
await server.listen();
const browser = await chromium.launch({ executablePath: findBrowser(console.log), args: CHROMIUM_ARGS });
try {
  const page = await browser.newPage();
  page.on("console", (message) => console.log(message.text()));
  page.on("pageerror", (error) => console.log(error.stack ?? error.message));
  page.on("requestfailed", (request) => console.log(request.url()));
  await page.goto(`${server.resolvedUrls!.local[0]!}bench/engine/index.html`);
  await page.waitForFunction("globalThis.compare", undefined, { timeout: 120_000 }); // Both models are loaded.
  const compare = (tokens: number) =>
    page.evaluate(
      ([tokens, turns]) => (globalThis as unknown as Bench).compare(tokens!, turns!),
      [tokens, Number(turns)],
    );
  const wasm: Record<string, Comparison> = {};
  for (const tokens of prompts.split(",")) wasm[tokens] = await compare(Number(tokens));
  console.log(JSON.stringify({ wasm }));
} finally {
  await browser.close();
  await server.close();
}

interface Bench {
  compare(promptTokens: number, turns: number): Promise<Comparison>;
}

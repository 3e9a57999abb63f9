// npm run bench:vision: the pocket encoder in a worker of Chromium, on WebAssembly with one thread: files to ranked labels against the bare image tower
// and against transformers.js, a search in 1,000 pictures, and what 1,000 pictures leave in memory. The last line is one JSON document.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { chromium } from "playwright";
import { createServer } from "vite";
import { CHROMIUM_ARGS } from "../../src/cli/chromium-args";
import { findBrowser } from "../../src/cli/find-browser";
import type { Call } from "./call";
import { heapGrowth } from "./heap-growth";

const root = join(import.meta.dirname, "../..");
const server = await createServer({
  root,
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
  await page.goto(`${server.resolvedUrls!.local[0]!}bench/vision/index.html`);
  await page.waitForFunction("globalThis.call");
  const call = ((...given: [string, ...unknown[]]) =>
    page.evaluate((given) => (globalThis as unknown as Page).call(...given), given)) as unknown as Call;

  const bare = await call("ofBareTower");
  console.log(
    `a picture: ${ms(bare.productMs)} from file to ranked labels, ${ms(bare.bareMs)} in the bare tower`,
  );
  const queryMs = await call("queryMs");
  console.log(`a query among 1,000 pictures: ${ms(queryMs)}`);
  const { wasmBytes, scriptBytes } = await heapGrowth(page, call);
  console.log(`900 pictures more: WebAssembly ${wasmBytes} bytes, JavaScript ${scriptBytes} bytes`);
  const library = await call("vsPipeline");
  console.log(
    `a picture among 100 labels: ${ms(library.productMs)}, transformers.js ${ms(library.pipelineMs)}; no share differs by more than ${library.differs.toFixed(3)}`,
  );
  console.log(
    JSON.stringify({
      ofBareTower: Number(bare.share.toFixed(3)),
      vsPipeline: Number(library.times.toFixed(1)),
      queryMs: Number(queryMs.toFixed(1)),
      heapGrowthBytes: Math.max(wasmBytes, scriptBytes),
      commit: execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" }).trim(),
      browser: `Chromium ${browser.version()}`,
    }),
  );
} finally {
  await browser.close();
  await server.close();
}

function ms(value: number): string {
  return `${value.toFixed(2)} ms`;
}

interface Page {
  call(name: string, ...given: unknown[]): Promise<unknown>;
}

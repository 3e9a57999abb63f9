// npm run bench:thread [-- import | sweep [problems]]: how long the page's thread is busy at a stretch while 100 MB of recorded samples
// are read, and while a sweep of 10,000 samples is written, in the built site. The last line is one JSON document.
import { join } from "node:path";
import { chromium } from "playwright";
import { buildIfStale } from "../../src/cli/build/build-if-stale";
import { CHROMIUM_ARGS } from "../../src/cli/chromium-args";
import { findBrowser } from "../../src/cli/find-browser";
import { serve } from "../../src/cli/serve";
import { traceImport } from "./import";
import { traceSweep } from "./sweep";

const [what, problems = "625"] = process.argv.slice(2);
const root = join(import.meta.dirname, "../..");
await buildIfStale(root);
const site = await serve(join(root, "dist"));
const browser = await chromium.launch({ executablePath: findBrowser(console.log), args: CHROMIUM_ARGS });
const results: Record<string, unknown> = {};
try {
  if (what !== "sweep") results.import = await traceImport(browser, site.url);
  if (what !== "import") results.sweep = await traceSweep(browser, site.url, Number(problems));
} finally {
  await browser.close();
  await site.close();
}
console.log(JSON.stringify(results));

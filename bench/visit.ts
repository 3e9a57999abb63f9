import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright";
import { CHROMIUM_ARGS } from "../src/cli/chromium-args";
import { serve } from "../src/cli/serve";
import { watchLongTasks } from "./long-tasks";

/** A first visit, in a profile of its own, by a link that draws `samples` of the default problem on WASM. */
export interface Visit {
  firstTokenMs: number;
  runMs: number;
  tokens: number;
  /** The longest task of the page's thread from navigation to the end of the run; 0 where none took 50 ms. */
  longestTaskMs: number;
  jsGzipBytes: number;
  wireBytes: number;
}

export async function visit(executablePath: string, dist: string, samples: number): Promise<Visit> {
  const requests: { path: string; at: number }[] = [];
  const site = await serve(dist, { onRequest: (path) => requests.push({ path, at: Date.now() }) });
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  try {
    const page = await browser.newPage();
    const longestTaskUntil = await watchLongTasks(page);
    await page.goto(`${site.url}#/ask?device=wasm&n=${samples}&run=1`);
    // Only a mark is waited for, and seldom: to look for elements would itself be a task of the page's thread.
    await page.waitForFunction(() => performance.getEntriesByName("quorum:run-end").length > 0, undefined, {
      polling: 250,
      timeout: 60_000,
    });
    const [first, end, origin] = await page.evaluate((): [number, number, number] => [
      performance.getEntriesByName("quorum:first-token")[0]!.startTime,
      performance.getEntriesByName("quorum:run-end")[0]!.startTime,
      performance.timeOrigin,
    ]);
    const longestTaskMs = await longestTaskUntil(end);
    const state = page.getByRole("status", { name: "Run state" });
    await state.and(page.locator('[data-state="finished"]')).waitFor();
    const tokens = Number(/([\d,]+) tokens in/.exec(await state.innerText())![1]!.replaceAll(",", ""));
    await page.getByText("Ready for offline").waitFor({ timeout: 60_000 });
    const scripts = new Set(
      requests
        .filter(({ at, path }) => at <= origin + first && /\.m?js($|\?)/.test(path))
        .map(({ path }) => path.split("?")[0]!),
    );
    const jsGzipBytes = [...scripts].reduce((sum, path) => sum + gzipBytes(join(dist, path)), 0);
    const wireBytes = site.bytesSent();
    return { firstTokenMs: first, runMs: end - first, tokens, longestTaskMs, jsGzipBytes, wireBytes };
  } finally {
    await browser.close();
    await site.close();
  }
}

function gzipBytes(file: string): number {
  return existsSync(`${file}.gz`) ? statSync(`${file}.gz`).size : gzipSync(readFileSync(file)).length;
}

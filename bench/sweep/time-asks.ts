import { chromium } from "playwright";
import { CHROMIUM_ARGS } from "../../src/cli/chromium-args";
import { generatedProblems } from "../../src/lab/sweep/sweep-problem";
import { watchLongTasks } from "../long-tasks";
import type { Timed } from "./time-sweep";

/** The same problems, one run of Ask after the other in the same page, each begun as soon as the one before has ended. */
export async function timeAsks(
  executablePath: string,
  site: string,
  problems: number,
  samples: number,
): Promise<Timed> {
  const set = { task: "word-problems", level: 3, count: problems, seed: 0 };
  const links = (await generatedProblems(set)).map(
    ({ id, seed }) =>
      `#/ask?level=3&problem=${id.split("/").at(-1)}&n=${samples}&seed=${seed}&device=wasm&run=1`,
  );
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  try {
    const page = await browser.newPage();
    const longestTaskUntil = await watchLongTasks(page);
    await page.goto(`${site}#/ask?n=1&device=wasm&run=1`);
    const state = page.getByRole("status", { name: "Run state" });
    await state.and(page.locator('[data-state="finished"]')).waitFor();
    await page.evaluate(() => (window.longTasks = []));
    const { ms, tokens } = await page.evaluate(async (links) => {
      const state = document.querySelector("[data-state]")!;
      let tokens = 0;
      const started = performance.now();
      for (const link of links) {
        // No function may have a name here: tsx would wrap it in a helper that the page has not got.
        await new Promise<void>((resolve) => {
          let begun = false;
          const watch = new MutationObserver(() => {
            const now = state.getAttribute("data-state");
            begun ||= now !== "finished";
            if (!begun || now !== "finished") return;
            watch.disconnect();
            resolve();
          });
          watch.observe(state, { attributes: true });
          location.hash = link;
        });
        tokens += Number(/([\d,]+) tokens in/.exec(state.textContent)![1]!.replaceAll(",", ""));
      }
      return { ms: performance.now() - started, tokens };
    }, links);
    return { ms, tokens, longestTaskMs: await longestTaskUntil(Infinity) };
  } finally {
    await browser.close();
  }
}

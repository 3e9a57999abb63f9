import { chromium } from "playwright";
import { CHROMIUM_ARGS } from "../../src/cli/chromium-args";
import { watchLongTasks } from "../long-tasks";

export interface Timed {
  ms: number;
  tokens: number;
  /** The longest task of the page's thread; 0 where none took 50 ms. */
  longestTaskMs: number;
}

/** One sweep in a fresh profile, from the press of its button, with the model there already, to its end. */
export async function timeSweep(
  executablePath: string,
  site: string,
  problems: number,
  samples: number,
): Promise<Timed> {
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  try {
    const page = await browser.newPage();
    const longestTaskUntil = await watchLongTasks(page);
    await page.goto(`${site}#/tradeoffs?count=1&n=1&device=wasm&run=1`);
    const state = page.getByRole("status", { name: "Run state" });
    const finished = state.and(page.locator('[data-state="finished"]'));
    await finished.waitFor();
    await page.getByRole("spinbutton", { name: "Problem count" }).fill(`${problems}`);
    await page.getByRole("spinbutton", { name: "Samples" }).fill(`${samples}`);
    await page.evaluate(() => (window.longTasks = []));
    const ms = await page.evaluate(async () => {
      const state = document.querySelector("[data-state]")!;
      const button = document.querySelector<HTMLElement>("main form [type=submit]")!;
      const started = performance.now();
      button.click();
      await new Promise<void>((resolve) => {
        const watch = new MutationObserver(
          () => state.getAttribute("data-state") === "finished" && resolve(),
        );
        watch.observe(state, { attributes: true });
      });
      return performance.now() - started;
    });
    const tokens = Number(/([\d,]+) tokens in/.exec(await state.innerText())![1]!.replaceAll(",", ""));
    return { ms, tokens, longestTaskMs: await longestTaskUntil(Infinity) };
  } finally {
    await browser.close();
  }
}

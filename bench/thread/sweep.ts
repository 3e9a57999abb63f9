// npm run bench:thread -- sweep: 625 problems × 16 samples in the built site, from the address to the last figure.
import type { Browser } from "playwright";
import { reportTasks } from "./report";
import { traceTasks } from "./traced-tasks";

export async function traceSweep(browser: Browser, site: string, problems: number) {
  const page = await browser.newPage();
  try {
    await page.goto(`${site}#/runs`);
    const end = await traceTasks(browser, page);
    const began = performance.now();
    await page.evaluate(
      (count) => (location.hash = `#/tradeoffs?count=${count}&n=16&device=wasm&run=1`),
      problems,
    );
    await page.locator('[role=status][data-state="finished"]').waitFor({ timeout: 600_000 });
    await page.waitForTimeout(2000); // The last figures are drawn one by one.
    const seconds = (performance.now() - began) / 1000 - 2;
    return { problems, samples: 16, seconds: +seconds.toFixed(1), ...reportTasks("a sweep", await end()) };
  } finally {
    await page.close();
  }
}

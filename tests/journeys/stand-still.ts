import { setTimeout } from "node:timers/promises";
import type { Browser } from "@playwright/test";

/** Has all pages of a browser and their workers stand still, as on a machine that is busy with something else. */
export async function standStill(browser: Browser, ms: number): Promise<void> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const pages = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
  for (const id of pages) process.kill(id, "SIGSTOP");
  try {
    await setTimeout(ms);
  } finally {
    for (const id of pages) process.kill(id, "SIGCONT");
  }
}

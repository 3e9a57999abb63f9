import type { Browser } from "@playwright/test";

/** A turn of the pages' processes and how much of it they get: one part in fifty. */
const TURN_MS = 1000;
const SHARE_MS = 20;

/** Makes a slow machine of this one for all pages of a browser, until the returned function is called. */
export async function slowDown(browser: Browser): Promise<() => void> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const pages = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
  const tell = (signal: "SIGSTOP" | "SIGCONT") => {
    for (const id of pages) {
      try {
        process.kill(id, signal);
      } catch {
        // It has ended.
      }
    }
  };
  let waking: NodeJS.Timeout | undefined;
  const turn = () => {
    tell("SIGSTOP");
    waking = setTimeout(() => tell("SIGCONT"), TURN_MS - SHARE_MS);
  };
  turn();
  const turns = setInterval(turn, TURN_MS);
  return () => {
    clearInterval(turns);
    clearTimeout(waking);
    tell("SIGCONT");
  };
}

import type { Page } from "playwright";

declare global {
  interface Window {
    longTasks: { startTime: number; duration: number }[];
  }
}

/** Writes down the tasks over 50 ms that browsers tell of. Resolves to a question: the longest one begun before a time. */
export async function watchLongTasks(page: Page): Promise<(endMs: number) => Promise<number>> {
  await page.addInitScript(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => window.longTasks.push(...list.getEntries())).observe({
      type: "longtask",
      buffered: true,
    });
  });
  return async (endMs) => {
    await page.waitForTimeout(200); // They are told of a little later.
    return page.evaluate(
      (end) =>
        Math.max(
          0,
          ...window.longTasks.filter(({ startTime }) => startTime < end).map(({ duration }) => duration),
        ),
      endMs,
    );
  };
}

import type { Page } from "playwright";
import { rootTarget, type Target } from "./target";

/** Bytes that the JavaScript of a page's workers, and of theirs, holds after a collection, array buffers included. */
export async function watchWorkerHeaps(page: Page): Promise<() => Promise<number>> {
  const workers: Target[] = [];
  const watch = async (target: Target) => {
    target.onChild = (child) => {
      workers.push(child);
      void watch(child);
    };
    // Messages to a worker go through whatever began it.
    await target.send("Target.setAutoAttach", {
      autoAttach: true,
      waitForDebuggerOnStart: false,
      flatten: false,
    });
  };
  await watch(rootTarget(await page.context().newCDPSession(page)));
  return async () => {
    let bytes = 0;
    for (const worker of workers) {
      await worker.send("HeapProfiler.collectGarbage");
      const use = await worker.send("Runtime.getHeapUsage");
      bytes += use.usedSize! + (use.backingStorageSize ?? 0);
    }
    return bytes;
  };
}

import type { CDPSession, Page } from "playwright";

/** Bytes that the JavaScript of a page's only worker holds after a collection, array buffers included. */
export async function watchWorkerHeap(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  const attached = new Promise<string>((resolve) =>
    session.once("Target.attachedToTarget", ({ sessionId }) => resolve(sessionId)),
  );
  await session.send("Target.setAutoAttach", {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false, // Messages to the worker go through the page's session.
  });
  const worker = await attached;
  return async () => {
    await ask(session, worker, 1, "HeapProfiler.collectGarbage");
    const use = await ask(session, worker, 2, "Runtime.getHeapUsage");
    return use.usedSize! + (use.backingStorageSize ?? 0);
  };
}

function ask(
  session: CDPSession,
  sessionId: string,
  id: number,
  method: string,
): Promise<Record<string, number>> {
  return new Promise((resolve, reject) => {
    const listen = (event: { sessionId: string; message: string }) => {
      const answer = JSON.parse(event.message) as {
        id?: number;
        result?: Record<string, number>;
        error?: object;
      };
      if (event.sessionId !== sessionId || answer.id !== id) return;
      session.off("Target.receivedMessageFromTarget", listen);
      if (answer.result) resolve(answer.result);
      else reject(new Error(event.message));
    };
    session.on("Target.receivedMessageFromTarget", listen);
    session
      .send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method }) })
      .catch(reject);
  });
}

/** How long the page may be busy at a stretch. */
const BREATH_MS = 8;

/**
 * Lets the page draw and listen now and then: returns what to await between small pieces of work, which rejects once a
 * signal is aborted. A message comes back sooner than a timer, which browsers hold up for 4 ms.
 */
export function breathing(signal?: AbortSignal): () => Promise<void> | undefined {
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  const nextTask = () =>
    new Promise<void>((resolve) => {
      port1.onmessage = () => resolve();
      port2.postMessage(undefined);
    });
  return () => {
    if (performance.now() - last < BREATH_MS) return undefined;
    return nextTask().then(() => {
      signal?.throwIfAborted();
      last = performance.now();
    });
  };
}

import { cdp } from "vitest/browser";

interface Protocol {
  send(method: "HeapProfiler.collectGarbage"): Promise<void>;
  send(method: "Runtime.getHeapUsage"): Promise<{ usedSize: number; backingStorageSize?: number }>;
}

/** Bytes that this page's JavaScript holds after a collection, array buffers included. */
export async function heapBytes(): Promise<number> {
  const protocol = cdp() as unknown as Protocol;
  await protocol.send("HeapProfiler.collectGarbage");
  const { usedSize, backingStorageSize = 0 } = await protocol.send("Runtime.getHeapUsage");
  return usedSize + backingStorageSize;
}

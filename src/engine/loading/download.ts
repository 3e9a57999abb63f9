import type { LoadEvent } from "../../../workers/protocol";
import type { FileEntry, ModelFiles } from "./model-files";

const EVENT_INTERVAL_MS = 50;

/** All files at once, by path, and how far they are. The first failure stops the others. */
export async function download(
  files: Pick<ModelFiles, "read">,
  wanted: readonly FileEntry[],
  onEvent: (event: LoadEvent) => void,
  signal: AbortSignal,
): Promise<Map<string, Uint8Array>> {
  const failure = new AbortController();
  const stop = AbortSignal.any([signal, failure.signal]);
  const count = countBytes(wanted, onEvent);
  try {
    const contents = await Promise.all(wanted.map((file) => files.read(file, count, stop)));
    return new Map(wanted.map(({ path }, index) => [path, contents[index]!]));
  } catch (error) {
    failure.abort();
    throw error;
  }
}

/** Tells of the bytes so far, not more often than a person can see, and of the last. */
function countBytes(
  wanted: readonly FileEntry[],
  onEvent: (event: LoadEvent) => void,
): (bytes: number) => void {
  const totalBytes = wanted.reduce((sum, { bytes }) => sum + bytes, 0);
  let loadedBytes = 0;
  let lastEvent = -Infinity;
  return (bytes) => {
    loadedBytes += bytes;
    if (performance.now() - lastEvent < EVENT_INTERVAL_MS && loadedBytes < totalBytes) return;
    lastEvent = performance.now();
    onEvent({ type: "downloading", loadedBytes, totalBytes });
  };
}

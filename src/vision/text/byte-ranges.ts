import { EngineError } from "../../../workers/protocol";

/** Parts of a file. */
export interface ByteRanges {
  /** Bytes that it costs nothing to read along, rather than to ask twice. */
  readonly gapBytes: number;
  /** `end` is exclusive. */
  read(start: number, end: number, signal: AbortSignal): Promise<Uint8Array>;
}

/** Of a file on the user's disk, or one that was downloaded. */
export function rangesOfBlob(blob: Blob): ByteRanges {
  return {
    gapBytes: 4096,
    async read(start, end, signal) {
      signal.throwIfAborted();
      return new Uint8Array(await blob.slice(start, end).arrayBuffer());
    },
  };
}

/** Of a file on a server, which must answer to `Range`: a table may have a gigabyte, so it is never fetched whole. */
export function rangesOfUrl(url: string): ByteRanges {
  const { pathname } = new URL(url);
  return {
    gapBytes: 16_384,
    async read(start, end, signal) {
      const response = await ask(start, end, signal);
      if (response.status === 206) return new Uint8Array(await response.arrayBuffer());
      await response.body?.cancel();
      throw new EngineError(
        "download-failed",
        response.ok
          ? `The server sends ${pathname} only as a whole, which is too much. Open the model from a folder.`
          : `${pathname} could not be read: the server answered ${response.status}. Try again in a while.`,
      );
    },
  };

  async function ask(start: number, end: number, signal: AbortSignal): Promise<Response> {
    try {
      return await fetch(url, { headers: { Range: `bytes=${start}-${end - 1}` }, signal });
    } catch (error) {
      if (signal.aborted) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new EngineError(
        "download-failed",
        `${pathname} could not be read (${reason}). Check the connection, then try again.`,
      );
    }
  }
}

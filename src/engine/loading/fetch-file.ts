import { EngineError } from "../../../workers/protocol";
import type { ReadFile } from "./card-files";

/** Reads files below a URL that ends in a slash. Counts bytes as they are unpacked, whatever the transfer was packed with. */
export function fetchFrom(baseUrl: string): ReadFile {
  return async (path, onBytes, signal) => {
    const url = new URL(path, baseUrl);
    try {
      const response = await fetch(url, { signal });
      refuseUnlessFile(url, response);
      return await readBody(response, onBytes);
    } catch (error) {
      if (error instanceof EngineError || signal.aborted) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new EngineError(
        "download-failed",
        `${url.pathname} could not be downloaded (${reason}). Check the connection, then try again.`,
      );
    }
  };
}

/** Servers answer for missing files with an error, or with a page. */
function refuseUnlessFile({ pathname }: URL, { ok, status, headers }: Response): void {
  const isPage = headers.get("content-type")?.startsWith("text/html") ?? false;
  if (ok && !isPage) return;
  if (isPage || status === 404 || status === 410) {
    throw new EngineError(
      "model-incomplete",
      `${pathname} is missing on this site${isPage ? ": a page came in its place" : ""}. Reload the page; if it is still missing, the site was published without it.`,
    );
  }
  throw new EngineError(
    "download-failed",
    `${pathname} could not be downloaded: the server answered ${status}. Try again in a while.`,
  );
}

async function readBody(response: Response, onBytes: (bytes: number) => void): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = response.body!.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value);
    length += value.length;
    onBytes(value.length);
  }
  return join(pieces, length);
}

function join(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** What mail programs, chats and browsers pass on whole. */
export const LINK_LIMIT = 8000;

/** Far more than any link holds of use; less than would trouble a phone. */
const MOST_UNPACKED_BYTES = 4_000_000;

const DAMAGED = "The results in the link are damaged: a part of it may be missing. Ask for the link again.";

/** A plain value in characters that an address may hold. Null where it is too long for a link. */
export async function packed(value: unknown): Promise<string | null> {
  const stream = new Blob([JSON.stringify(value)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  if (bytes.length > LINK_LIMIT) return null; // It only gets longer, and `fromCharCode` takes so many at once.
  const text = btoa(String.fromCharCode(...bytes));
  const safe = text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  return safe.length <= LINK_LIMIT ? safe : null;
}

/** The value again. Rejects with RangeError, a sentence, for what `packed` has not made or what is too large unpacked. */
export async function unpacked(text: string): Promise<unknown> {
  try {
    const json = await inflated(bytesOf(text));
    return JSON.parse(json) as unknown;
  } catch (error) {
    throw error instanceof RangeError ? error : new RangeError(DAMAGED);
  }
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** A few bytes may claim to be gigabytes, so the reader stops where nobody would go on. */
async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  for (let size = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    if ((size += value.length) > MOST_UNPACKED_BYTES) {
      await reader.cancel();
      throw new RangeError(
        `The results in the link are larger than ${MOST_UNPACKED_BYTES / 1e6} MB unpacked, so they were left alone.`,
      );
    }
    text += decoder.decode(value, { stream: true });
  }
}

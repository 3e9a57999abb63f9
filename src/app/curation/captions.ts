// The captions that come with the site (src/cli/build/captions-file.ts): fetched when they are asked for, and only then.
import { captionFile } from "../caption-file";
import { sentenceOf } from "../sentence-of";

/** As it goes over the network. */
export const CAPTIONS_MEGABYTES = 0.7;

export const captionsAddress = (): string => captionFile("captions.tsv");
export const licenceAddress = (): string => captionFile("LICENSE.txt");

/** The captions, or where there is no network the copy that was kept. Rejects with a sentence. */
export async function fetchCaptions(signal: AbortSignal): Promise<Blob> {
  try {
    const response = await fetch(captionsAddress(), { signal });
    if (!response.ok) throw new Error(`the site answers ${response.status}`);
    return await response.blob();
  } catch (cause) {
    signal.throwIfAborted();
    const kept = await globalThis.caches?.match(captionsAddress()).catch(() => undefined);
    if (kept) return kept.blob();
    throw new Error(
      `The captions could not be fetched (${sentenceOf(cause)}). Check the connection and press Curate again, or open a file of your own.`,
      { cause },
    );
  }
}

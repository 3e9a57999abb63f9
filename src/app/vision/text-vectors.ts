import type { VisionClient } from "../../client/vision-client";
import type { KeptVectors } from "./kept-vectors";

/** The vectors of texts, each computed once for an encoder. */
export class TextVectors {
  readonly #client: VisionClient;
  readonly #kept: KeptVectors;
  #known = new Map<string, Float32Array>();

  constructor(client: VisionClient, kept: KeptVectors) {
    this.#client = client;
    this.#kept = kept;
  }

  /** For another encoder, or another worker's. */
  clear(): void {
    this.#known = new Map();
  }

  /** Of texts that were asked for before. */
  readonly of = (text: string): Float32Array => {
    const vector = this.#known.get(text);
    if (!vector) throw new Error(`“${text}” was not embedded.`);
    return vector;
  };

  /** Looks up what is not known yet, or computes it. `encoder` is the one that is loaded. */
  async need(encoder: string, texts: readonly string[], signal?: AbortSignal): Promise<void> {
    const known = this.#known;
    const unknown = () => [...new Set(texts)].filter((text) => !known.has(text));
    if (unknown().length === 0) return;
    for (const [text, vector] of await this.#kept.texts(encoder, unknown())) known.set(text, vector);
    const wanted = unknown();
    if (wanted.length === 0) return;
    const made = await this.#client.embedTexts(wanted, signal);
    for (const [i, { embedding }] of made.entries()) known.set(wanted[i]!, embedding);
    void this.#kept.saveTexts(
      encoder,
      made.map(({ embedding }, i) => [wanted[i]!, embedding]),
    );
  }
}

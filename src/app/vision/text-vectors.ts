import type { VisionClient } from "../../client/vision-client";

/** The vectors of texts, each computed once for an encoder. */
export class TextVectors {
  readonly #client: VisionClient;
  #known = new Map<string, Float32Array>();
  #cut = new Set<string>();

  constructor(client: VisionClient) {
    this.#client = client;
  }

  /** For another encoder, or another worker's. */
  clear(): void {
    this.#known = new Map();
    this.#cut = new Set();
  }

  /** Of texts that were asked for before. */
  readonly of = (text: string): Float32Array => {
    const vector = this.#known.get(text);
    if (!vector) throw new Error(`“${text}” was not embedded.`);
    return vector;
  };

  wasCut(text: string): boolean {
    return this.#cut.has(text);
  }

  /** Computes what is not known yet. */
  async need(texts: readonly string[], signal?: AbortSignal): Promise<void> {
    const known = this.#known;
    const wanted = [...new Set(texts)].filter((text) => !known.has(text));
    if (wanted.length === 0) return;
    const made = await this.#client.embedTexts(wanted, signal);
    for (const [i, { embedding, cut }] of made.entries()) {
      known.set(wanted[i]!, embedding);
      if (cut) this.#cut.add(wanted[i]!);
    }
  }
}

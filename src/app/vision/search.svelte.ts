import { cosine } from "../../lab/zero-shot/classify";
import { isAbort } from "../is-abort";
import { sentenceOf } from "../sentence-of";
import type { EncoderInUse } from "./encoder.svelte";
import type { Picture, Pictures } from "./pictures.svelte";
import type { TextVectors } from "./text-vectors";

const MOST_FOUND = 24;

/** Pictures by words: those whose vectors are most like the words'. */
export class Search {
  #query = $state("");
  #vector = $state.raw<Float32Array | null>(null);
  #fault = $state("");
  readonly #encoder: EncoderInUse;
  readonly #texts: TextVectors;
  readonly #pictures: Pictures;

  constructor(encoder: EncoderInUse, texts: TextVectors, pictures: Pictures) {
    this.#encoder = encoder;
    this.#texts = texts;
    this.#pictures = pictures;
  }

  get query() {
    return this.#query;
  }
  get fault() {
    return this.#fault;
  }

  /** Likeliest first; null while nothing is searched for. */
  readonly found: { picture: Picture; cosine: number }[] | null = $derived.by(() => {
    const vector = this.#vector;
    if (!vector) return null;
    return this.#pictures.all
      .flatMap((picture) =>
        picture.seen ? [{ picture, cosine: cosine(picture.seen.embedding, vector) }] : [],
      )
      .sort((a, b) => b.cosine - a.cosine)
      .slice(0, MOST_FOUND);
  });

  async ask(query: string): Promise<void> {
    this.#query = query;
    this.#fault = "";
    const text = query.trim();
    if (text === "") {
      this.#vector = null;
      return;
    }
    try {
      const { fingerprint } = await this.#encoder.load();
      await this.#texts.need(fingerprint, [text]);
      if (this.#query === query) this.#vector = this.#texts.of(text);
    } catch (error) {
      if (!isAbort(error)) this.#fault = sentenceOf(error);
    }
  }
}

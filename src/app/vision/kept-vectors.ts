import type { PictureEmbedding } from "../../../workers/protocol/vision";
import { Vectors } from "../../storage/vectors";

/** What encoders made of texts and files, between visits. Nothing here rejects: what cannot be kept is computed again. */
export class KeptVectors {
  readonly #store = new Vectors();

  /** By text, of those that are known. */
  async texts(encoder: string, texts: readonly string[]): Promise<Map<string, Float32Array>> {
    const found = await this.#store.find(encoder, texts.map(textKey)).catch(() => []);
    return new Map(texts.flatMap((text, i) => (found[i] ? [[text, found[i]]] : [])));
  }

  async saveTexts(encoder: string, made: readonly (readonly [string, Float32Array])[]): Promise<void> {
    const entries = made.map(([text, vector]) => [textKey(text), vector] as const);
    await this.#store.save(encoder, entries).catch(() => {});
  }

  async picture(encoder: string, picture: Blob): Promise<Float32Array | undefined> {
    const key = fileKey(picture);
    return key ? (await this.#store.find(encoder, [key]).catch(() => []))[0] : undefined;
  }

  async savePicture(encoder: string, picture: Blob, { embedding }: PictureEmbedding): Promise<void> {
    const key = fileKey(picture);
    if (key) await this.#store.save(encoder, [[key, embedding]]).catch(() => {});
  }
}

const textKey = (text: string) => `text ${text}`;

/** A file by name, size and time of change, as file systems tell files apart; what was pasted or drawn has none. */
function fileKey(picture: Blob): string | undefined {
  if (!(picture instanceof File) || picture.lastModified === 0) return undefined;
  const path = picture.webkitRelativePath || picture.name;
  return `file ${path} ${picture.size} ${picture.lastModified}`;
}

import type { PictureEmbedding } from "../../../workers/protocol/vision";

/** What is known of a picture: of one that was seen on an earlier visit only its vector. */
export type Seen = PictureEmbedding | Pick<PictureEmbedding, "embedding">;

/** A picture on the page. */
export class Picture {
  readonly id: string;
  readonly name: string;
  readonly blob: Blob;
  /** For an <img>; released when the picture is taken away. */
  readonly url: string;
  seen = $state.raw<Seen | null>(null);
  /** Why it could not be seen, in a sentence. */
  fault = $state("");

  constructor(id: string, blob: Blob, name: string) {
    this.id = id;
    this.blob = blob;
    this.name = name;
    this.url = URL.createObjectURL(blob);
  }
}

/** All pictures, the newest first in sight. */
export class Pictures {
  all = $state.raw<readonly Picture[]>([]);
  #shown = $state.raw<Picture | null>(null);
  #last = 0;

  get shown() {
    return this.#shown;
  }

  add(blobs: readonly { blob: Blob; name: string }[]): Picture[] {
    const added = blobs.map(({ blob, name }) => new Picture(`picture-${++this.#last}`, blob, name));
    this.all = [...this.all, ...added];
    this.#shown = added[0] ?? this.#shown;
    return added;
  }

  show(picture: Picture): void {
    this.#shown = picture;
  }

  clear(): void {
    for (const { url } of this.all) URL.revokeObjectURL(url);
    this.all = [];
    this.#shown = null;
  }
}

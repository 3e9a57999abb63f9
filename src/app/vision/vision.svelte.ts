import { VisionClient } from "../../client/vision-client";
import type { Ranked } from "../../lab/zero-shot/rank";
import type { Column } from "../../lab/zero-shot/side-by-side";
import { paramsOf } from "../params-of";
import { sentenceOf } from "../sentence-of";
import { Asked } from "./asked.svelte";
import { Camera } from "./camera.svelte";
import { Classes } from "./classes.svelte";
import { EncoderInUse } from "./encoder.svelte";
import { KeptVectors } from "./kept-vectors";
import { Names } from "./names.svelte";
import { type Picture, Pictures } from "./pictures.svelte";
import { ReadLabels } from "./read-labels.svelte";
import { drawSamples } from "./samples";
import { Search } from "./search.svelte";
import { TextVectors } from "./text-vectors";

/** Pictures that are asked for together: one in the tower, the others being read. */
const AT_ONCE = 4;

/** The Vision view: pictures, labels, and how like each other they are. */
export class Vision {
  readonly #client = new VisionClient();
  readonly #kept = new KeptVectors();
  readonly texts = new TextVectors(this.#client, this.#kept);
  readonly encoder = new EncoderInUse(this.#client, () => this.#forget());
  readonly pictures = new Pictures();
  readonly names = new Names();
  readonly asked: Asked = new Asked(() => this.labels.read());
  readonly labels = new ReadLabels(this.asked, this.encoder, this.texts, this.names);
  readonly classes = new Classes(this.pictures, this.asked, this.labels);
  readonly camera = new Camera(this.#client, this.encoder);
  readonly search = new Search(this.encoder, this.texts, this.pictures);
  #stopping = new AbortController();
  #left = $state(0);
  #opened = false;

  /** Pictures that have not been seen yet. */
  get left() {
    return this.#left;
  }
  readonly busy = $derived(this.#left > 0 || this.encoder.progress !== null);

  /** The vector of the picture that is shown, or of what the camera sees; null while it is not known yet. */
  readonly #seen = $derived(
    (this.camera.stream ? this.camera.embedding : this.pictures.shown?.seen?.embedding) ?? null,
  );
  /** Null while the picture, or the labels, are not known yet. */
  readonly ranked: Ranked[] | null = $derived(this.#seen && this.labels.rankOf(this.#seen));
  readonly columns: Column[] | null = $derived(this.#seen && this.labels.columnsOf(this.#seen));

  link(): string {
    return this.asked.link();
  }

  async openLink(params: URLSearchParams): Promise<void> {
    if (this.#opened && `${params}` === `${paramsOf(this.link())}`) return; // Back from another view.
    this.asked.open(params);
    if (this.#opened) return;
    this.#opened = true;
    const samples = await drawSamples();
    if (this.pictures.all.length === 0) await this.add(samples); // Whoever was quicker has pictures to look at.
  }

  /** Adds pictures and has them seen; what cannot be seen says why, and the rest goes on. */
  async add(blobs: readonly { blob: Blob; name: string }[]): Promise<void> {
    await this.#seeAll(this.pictures.add(blobs));
  }

  /** Of pictures that are not seen yet, none is. They stay, and `goOn` has them seen. */
  stop(): void {
    this.#stopping.abort();
    this.#stopping = new AbortController();
    this.encoder.stop();
  }

  /** Pictures that were stopped before they were seen. */
  readonly unseen = $derived(this.busy ? [] : this.pictures.all.filter(({ seen, fault }) => !seen && !fault));

  async goOn(): Promise<void> {
    this.labels.read();
    await this.#seeAll(this.unseen);
  }

  /** Another encoder: all that the last one made is made again. */
  async use(files: readonly File[] | null): Promise<void> {
    this.stop();
    if (files) this.encoder.useFolder(files);
    else this.encoder.usePocket();
    this.#forget();
    this.labels.read();
    await this.#seeAll(this.pictures.all);
  }

  /** A few at once: while the tower works on one, the next are read. */
  async #seeAll(pictures: readonly Picture[]): Promise<void> {
    const { signal } = this.#stopping;
    this.#left += pictures.length;
    const waiting = pictures.values();
    const seeNext = async () => {
      for (const picture of waiting) {
        if (!signal.aborted) await this.#see(picture, signal);
        this.#left--;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, seeNext));
  }

  async #see(picture: Picture, signal: AbortSignal): Promise<void> {
    try {
      const { fingerprint } = await this.encoder.load();
      const kept = await this.#kept.picture(fingerprint, picture.blob);
      const seen = kept ? { embedding: kept } : await this.#client.embedPicture(picture.blob, signal);
      if (signal.aborted) return; // Maybe for another encoder, to which this one's vectors say nothing.
      picture.seen = seen;
      if ("towerMs" in seen) void this.#kept.savePicture(fingerprint, picture.blob, seen);
    } catch (error) {
      if (!signal.aborted) picture.fault = sentenceOf(error);
    }
  }

  #forget(): void {
    this.texts.clear();
    this.labels.forget();
    for (const picture of this.pictures.all) [picture.seen, picture.fault] = [null, ""];
  }
}

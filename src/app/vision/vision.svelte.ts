import { VisionClient } from "../../client/vision-client";
import { detectLanguage } from "../../lab/zero-shot/detect-language";
import { complainOfLabel, splitLabels } from "../../lab/zero-shot/label";
import { labelVectors, textsOf, type Wording } from "../../lab/zero-shot/label-vectors";
import { rank, type Ranked } from "../../lab/zero-shot/rank";
import { sentenceOf } from "../sentence-of";
import { EncoderInUse } from "./encoder.svelte";
import { KeptVectors } from "./kept-vectors";
import { type Picture, Pictures } from "./pictures.svelte";
import { drawSamples, FIRST_LABELS } from "./samples";
import { Search } from "./search.svelte";
import { TextVectors } from "./text-vectors";
import { readVisionLink, visionLink, type VisionSettings } from "./vision-settings";

const DEFAULTS: VisionSettings = { labels: FIRST_LABELS, wording: "ensemble", temperature: 1 };

/** The Vision view: pictures, labels, and how like each other they are. */
export class Vision {
  readonly #client = new VisionClient();
  readonly #kept = new KeptVectors();
  readonly texts = new TextVectors(this.#client, this.#kept);
  readonly encoder = new EncoderInUse(this.#client, () => this.#forget());
  readonly pictures = new Pictures();
  readonly search = new Search(this.encoder, this.texts, this.pictures);
  #settings = $state.raw<VisionSettings>(DEFAULTS);
  #vectors = $state.raw<{ settings: VisionSettings; vectors: Float32Array[] } | null>(null);
  #complaints = $state.raw<readonly string[]>([]);
  #stopping = new AbortController();
  #left = $state(0);
  #opened = false;

  get settings() {
    return this.#settings;
  }
  get complaints() {
    return this.#complaints;
  }
  /** Pictures that have not been seen yet. */
  get left() {
    return this.#left;
  }
  readonly busy = $derived(this.#left > 0 || this.encoder.progress !== null);

  /** Of the picture that is shown; null while it, or the labels, are not known yet. */
  readonly ranked: Ranked[] | null = $derived.by(() => {
    const picture = this.pictures.shown?.seen;
    return picture ? this.rankOf(picture.embedding) : null;
  });

  /** Every label's place for a picture; null while the labels are being read. */
  rankOf(picture: Float32Array): Ranked[] | null {
    const { encoder } = this;
    const { labels, temperature } = this.#settings;
    const made = this.#vectors;
    if (!encoder.loaded || made?.settings.labels !== labels) return null;
    return rank(picture, labels, made.vectors, { scale: encoder.loaded.logits.scale, temperature });
  }

  link(): string {
    return visionLink(this.#settings, DEFAULTS);
  }

  async openLink(params: URLSearchParams): Promise<void> {
    const { settings, complaints } = readVisionLink(params, DEFAULTS);
    this.#complaints = complaints;
    this.#set(settings);
    if (this.#opened) return;
    this.#opened = true;
    await this.add(await drawSamples());
  }

  /** Adds labels from what was typed, each in the language that it seems to be in. True where all were added. */
  addLabels(typed: string): boolean {
    const complaints: string[] = [];
    const labels = [...this.#settings.labels];
    for (const text of typed.trim() === "" ? [""] : splitLabels(typed)) {
      const message = complainOfLabel(text, labels);
      if (message) complaints.push(message);
      else labels.push({ text, language: detectLanguage(text, navigator.language.slice(0, 2)) });
    }
    this.#complaints = complaints;
    this.#set({ ...this.#settings, labels });
    return complaints.length === 0;
  }

  setLanguage(index: number, language: string): void {
    const labels = this.#settings.labels.map((label, i) => (i === index ? { ...label, language } : label));
    this.#set({ ...this.#settings, labels });
  }

  removeLabel(index: number): void {
    this.#set({ ...this.#settings, labels: this.#settings.labels.filter((_, i) => i !== index) });
  }

  clearLabels(): void {
    this.#set({ ...this.#settings, labels: [] });
  }

  setWording(wording: Wording): void {
    this.#set({ ...this.#settings, wording });
  }

  setTemperature(temperature: number): void {
    this.#settings = { ...this.#settings, temperature };
  }

  /** Adds pictures and has them seen, one after the other; what cannot be seen says why, and the rest goes on. */
  async add(blobs: readonly { blob: Blob; name: string }[]): Promise<void> {
    const added = this.pictures.add(blobs);
    this.#left += added.length;
    const { signal } = this.#stopping;
    for (const picture of added) {
      if (!signal.aborted) await this.#see(picture);
      this.#left--;
    }
  }

  stop(): void {
    this.#stopping.abort();
    this.#stopping = new AbortController();
  }

  /** Another encoder: all that the last one made is made again. */
  async use(files: readonly File[] | null): Promise<void> {
    if (files) this.encoder.useFolder(files);
    else this.encoder.usePocket();
    this.#forget();
    this.#readLabels();
    const pictures = this.pictures.all;
    this.#left += pictures.length;
    for (const picture of pictures) {
      await this.#see(picture);
      this.#left--;
    }
  }

  async #see(picture: Picture): Promise<void> {
    try {
      const { fingerprint } = await this.encoder.load();
      const kept = await this.#kept.picture(fingerprint, picture.blob);
      picture.seen = kept ? { embedding: kept } : await this.#client.embedPicture(picture.blob);
      if ("towerMs" in picture.seen) void this.#kept.savePicture(fingerprint, picture.blob, picture.seen);
    } catch (error) {
      picture.fault = sentenceOf(error);
    }
  }

  #forget(): void {
    this.texts.clear();
    this.#vectors = null;
    for (const picture of this.pictures.all) [picture.seen, picture.fault] = [null, ""];
  }

  #set(settings: VisionSettings): void {
    this.#settings = settings;
    this.#readLabels();
  }

  /** The newest labels win: what was asked for before is dropped when it comes. */
  #readLabels(): void {
    const settings = this.#settings;
    const { labels, wording } = settings;
    const read = async () => {
      const { fingerprint } = await this.encoder.load();
      await this.texts.need(
        fingerprint,
        labels.flatMap((label) => textsOf(label, wording)),
      );
      if (this.#settings.labels !== labels || this.#settings.wording !== wording) return;
      this.#vectors = { settings, vectors: labelVectors(labels, wording, this.texts.of) };
    };
    read().catch((error: unknown) => (this.#complaints = [sentenceOf(error)]));
  }
}

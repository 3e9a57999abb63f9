import type { EncoderCard } from "../../../models/encoder-card";
import { pocketEncoder } from "../../../models/encoders";
import type { EncoderProgress, EncoderSource, LoadedEncoder } from "../../../workers/protocol/vision";
import type { VisionClient } from "../../client/vision-client";
import { folderUrl } from "../folder-url";
import { sentenceOf } from "../sentence-of";

type Source = { kind: "card"; card: EncoderCard } | Extract<EncoderSource, { kind: "folder" }>;

/** The encoder that the view uses: loaded when it is first needed, and again after its worker died. */
export class EncoderInUse {
  #loaded = $state.raw<LoadedEncoder | null>(null);
  #progress = $state.raw<EncoderProgress | null>(null);
  #fault = $state("");
  #source = $state.raw<Source>({ kind: "card", card: pocketEncoder });
  #loading: Promise<LoadedEncoder> | undefined;
  readonly #client: VisionClient;

  constructor(client: VisionClient, onGone: () => void) {
    this.#client = client;
    client.onGone = (error) => {
      this.#loading = undefined;
      this.#loaded = null;
      this.#fault = sentenceOf(error);
      onGone();
    };
  }

  get loaded() {
    return this.#loaded;
  }
  /** While files come or graphs compile. */
  get progress() {
    return this.#progress;
  }
  get fault() {
    return this.#fault;
  }
  get card(): EncoderCard | null {
    return this.#source.kind === "card" ? this.#source.card : null;
  }
  get label(): string {
    return this.#source.kind === "card" ? this.#source.card.label : this.#source.name;
  }

  /** Rejects with a sentence for people. */
  load(): Promise<LoadedEncoder> {
    this.#loading ??= this.#load().catch((error: unknown) => {
      this.#loading = undefined;
      this.#fault = sentenceOf(error);
      throw error;
    });
    return this.#loading;
  }

  async #load(): Promise<LoadedEncoder> {
    this.#fault = "";
    const source = this.#source;
    try {
      const asked: EncoderSource =
        source.kind === "folder" ? source : { ...source, baseUrl: folderUrl(source.card) };
      return (this.#loaded = await this.#client.load(asked, (event) => (this.#progress = event)));
    } finally {
      this.#progress = null;
    }
  }

  /** Takes a folder with both towers in place of what was loaded. */
  useFolder(files: readonly File[]): void {
    const listed = files.map((file) => ({ path: file.webkitRelativePath || file.name, file }));
    this.#use({ kind: "folder", name: listed[0]?.path.split("/")[0] ?? "folder", files: listed });
  }

  usePocket(): void {
    this.#use({ kind: "card", card: pocketEncoder });
  }

  #use(source: Source): void {
    this.#source = source;
    this.#loading = undefined;
    this.#loaded = null;
    this.#fault = "";
  }
}

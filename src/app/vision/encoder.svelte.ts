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
  #stopping = new AbortController();
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

  /** Rejects with a sentence for people, or with an AbortError where it was stopped. */
  load(): Promise<LoadedEncoder> {
    return (this.#loading ??= this.#load(this.#stopping.signal));
  }

  /** Whoever waits for it to be loaded waits no longer; who asks next has it loaded again. */
  stop(): void {
    if (this.#loaded) return;
    this.#stopping.abort();
    this.#stopping = new AbortController();
    this.#loading = undefined;
    this.#progress = null;
  }

  async #load(signal: AbortSignal): Promise<LoadedEncoder> {
    this.#fault = "";
    const source = this.#source;
    const asked: EncoderSource =
      source.kind === "folder" ? source : { ...source, baseUrl: folderUrl(source.card) };
    const tell = (event: EncoderProgress) => {
      if (!signal.aborted) this.#progress = event;
    };
    try {
      const loaded = await this.#client.load(asked, tell, signal);
      signal.throwIfAborted();
      return (this.#loaded = loaded);
    } catch (error) {
      if (!signal.aborted) [this.#fault, this.#loading] = [sentenceOf(error), undefined];
      throw signal.aborted ? signal.reason : error;
    } finally {
      if (!signal.aborted) this.#progress = null;
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
    this.#loaded = null;
    this.stop();
    this.#source = source;
    this.#fault = "";
  }
}

import type { CorpusView } from "../../lab/curation/corpus-view";
import type { CorpusFound } from "../../lab/curation/open-corpus";
import { nextTask } from "../next-task";
import { offerDownload } from "../offer-download";
import { paramsOf } from "../params-of";
import { sentenceOf } from "../sentence-of";
import { CurationForm } from "./curation-form.svelte";
import { type CurationNumber, type CurationSettings, KNOBS, sameKnobs } from "./curation-settings";
import { CurationWork } from "./curation-work.svelte";
import { Curator } from "./curator";
import { KeptCaptions } from "./kept-captions.svelte";
import { Newest } from "./newest";

/** A corpus that is open in the worker: the file it came from, or null for the captions of the site. */
interface Corpus {
  file: File | null;
  found: CorpusFound;
}

/** What a balanced corpus keeps: a corpus in a worker of its own, and what is shown of it while the threshold moves. */
export class Curation {
  readonly form = new CurationForm();
  readonly work = new CurationWork();
  readonly captions = new KeptCaptions();
  readonly #curator = new Curator();
  #file = $state.raw<File | null>(null);
  #corpus = $state.raw<Corpus | null>(null);
  #view = $state.raw<CorpusView | null>(null);
  /** What the corpus was matched with. */
  #matched: CurationSettings | undefined;
  #links = 0;
  /** Corpora on their way in: no other entries are made until they are there. */
  #opening = 0;
  readonly #views = new Newest((settings: CurationSettings) => this.#look(settings));
  readonly #matches = new Newest((settings: CurationSettings) => this.#match(settings));

  get busy() {
    return this.work.busy;
  }
  /** The file that was opened last: to go back to after the captions were shown. */
  get file() {
    return this.#file;
  }
  get corpus() {
    return this.#corpus;
  }
  /** What is shown of the corpus. */
  get view() {
    return this.#view;
  }

  link(options?: { run: boolean }): string {
    return this.form.link(options);
  }

  /** Takes over what a link says, and starts if it says so. */
  async openLink(params: URLSearchParams): Promise<void> {
    if (this.#links++ > 0 && `${params}` === `${paramsOf(this.link())}`) return; // Back from another view.
    const start = this.form.open(params);
    await nextTask(); // The page may be in the middle of being built.
    if (start) await this.run();
    else this.#follow();
  }

  /** Opens a file, or for null the captions, and curates it. What was shown stays until then. */
  run(file = this.#corpus?.file ?? null): Promise<void> {
    const asked = this.form.check();
    if (!asked) return Promise.resolve();
    this.#matches.clear();
    this.#opening++;
    const opened = this.work.does(file ? "reading" : "fetching", async (signal, tell) => {
      const { found, view } = await this.#curator.open(file, asked, { signal, tell });
      if (file) this.#file = file;
      this.#matched = asked;
      this.#corpus = { file, found };
      this.#view = view;
      setTimeout(() => this.#follow()); // The fields may have changed meanwhile.
    });
    return opened.finally(() => this.#opening--);
  }

  /** What is shown stays, and Curate begins again. */
  stop(): void {
    this.#matches.clear();
    this.work.stop();
  }

  /** Sets a field, and shows what comes of it at once. */
  set(name: CurationNumber, value: number | null): void {
    this.form.setNumber(name, value);
    this.#follow(KNOBS.some((knob) => knob === name));
  }

  choose(language: string): void {
    this.form.values.language = language;
    this.#follow(false);
  }

  /** Offers the kept texts of what is shown as a file. */
  async exportLines(): Promise<void> {
    try {
      if (this.#view) offerDownload(await this.#curator.keptLines(this.#view.options), "quorum-kept.jsonl");
    } catch (error) {
      this.form.complaints.add("export", sentenceOf(error));
    }
  }

  #follow(matching = true): void {
    const { settings } = this.form;
    if (!settings || !this.#corpus || !this.#matched) return;
    if (!matching || sameKnobs(settings, this.#matched)) this.#views.offer(settings);
    else if (this.#opening === 0) this.#matches.offer(settings);
  }

  async #look(settings: CurationSettings): Promise<void> {
    try {
      this.#view = await this.#curator.view(settings);
    } catch (error) {
      this.work.fail(sentenceOf(error));
    }
  }

  #match(settings: CurationSettings): Promise<void> {
    return this.work.does("counting words", async (signal, tell) => {
      this.#view = await this.#curator.match(settings, { signal, tell });
      this.#matched = settings;
      setTimeout(() => this.#follow());
    });
  }
}

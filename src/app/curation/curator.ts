import { CurationClient } from "../../client/curation-client";
import type { CorpusView, ViewOptions } from "../../lab/curation/corpus-view";
import type { CorpusFound } from "../../lab/curation/open-corpus";
import type { BalanceOptions } from "../../lab/curation/rebalance";
import type { Progress } from "../../lab/curation/work";
import { sentenceOf } from "../sentence-of";
import { fetchCaptions } from "./captions";
import { complainOfCorpus } from "./corpus-faults";
import { type CurationSettings, knobsOf } from "./curation-settings";

interface Doing {
  signal: AbortSignal;
  tell: (progress: Progress) => void;
}

/** Has a worker open one corpus after the other and look at it; a worker that has died is replaced by the next that is opened. */
export class Curator {
  #client: CurationClient | undefined;

  /** A file, or for null the captions of the site. Rejects with a sentence that names the line and the way out. */
  async open(
    file: File | null,
    asked: CurationSettings,
    { signal, tell }: Doing,
  ): Promise<{ found: CorpusFound; view: CorpusView }> {
    const bytes = file ?? (await fetchCaptions(signal));
    const client = this.#clientFor(signal);
    const found = await client.open(bytes, knobsOf(asked), tell).catch((cause: unknown) => {
      throw file ? new Error(`“${file.name}” cannot be read: ${sentenceOf(cause)}.`, { cause }) : cause;
    });
    if (found.texts === 0) throw new Error(complainOfCorpus(file?.name ?? "captions.tsv", found));
    return { found, view: await client.view(viewOf(asked)) };
  }

  async match(asked: CurationSettings, { signal, tell }: Doing): Promise<CorpusView> {
    const client = this.#clientFor(signal);
    await client.match(knobsOf(asked), tell);
    return client.view(viewOf(asked));
  }

  view(asked: CurationSettings): Promise<CorpusView> {
    return this.#now.view(viewOf(asked));
  }

  keptLines(options: BalanceOptions): Promise<Blob> {
    return this.#now.keptLines(options);
  }

  get #now(): CurationClient {
    if (!this.#client?.alive) this.#client = new CurationClient();
    return this.#client;
  }

  #clientFor(signal: AbortSignal): CurationClient {
    const client = this.#now;
    signal.addEventListener("abort", () => void client.stop().catch(() => {}), { once: true });
    return client;
  }
}

const viewOf = ({ tEn, seed, language }: CurationSettings): ViewOptions => ({ tEn, seed, language });

import type { CorpusView, ViewOptions } from "../src/lab/curation/corpus-view";
import type { EntryKnobs } from "../src/lab/curation/frequent";
import type { CorpusFound } from "../src/lab/curation/open-corpus";
import type { BalanceOptions } from "../src/lab/curation/rebalance";
import type { Progress } from "../src/lab/curation/work";

export type { BalanceOptions, CorpusFound, CorpusView, EntryKnobs, Progress, ViewOptions };
export type TellProgress = (progress: Progress) => void;

/** What the page may ask of a worker that keeps one corpus, with the entries that were found in it. */
export interface CurationApi {
  /** Reads a file, makes entries of it and looks for them. The corpus before stays until then, and where the file holds no text. */
  open(file: Blob, knobs: Partial<EntryKnobs>, tell: TellProgress): Promise<CorpusFound>;
  /** Makes other entries of the same corpus. */
  match(knobs: Partial<EntryKnobs>, tell: TellProgress): Promise<void>;
  /** Rejects what is being opened or matched; what was there before stays. */
  stop(): void;
  view(options: ViewOptions): CorpusView;
  /** What is kept, as JSON Lines. */
  keptLines(options: BalanceOptions): Blob;
}

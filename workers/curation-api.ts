import type { CorpusView, ViewOptions } from "../src/lab/curation/corpus-view";
import type { EntryKnobs } from "../src/lab/curation/frequent";
import type { CorpusFound } from "../src/lab/curation/open-corpus";
import type { BalanceOptions } from "../src/lab/curation/rebalance";
import type { Progress } from "../src/lab/curation/work";

export type { BalanceOptions, CorpusFound, CorpusView, EntryKnobs, Progress, ViewOptions };
export type TellProgress = (progress: Progress) => void;

/** What the page may ask of a worker that reads one corpus and keeps its texts. */
export interface CurationApi {
  read(file: Blob, tell: TellProgress): Promise<CorpusFound>;
  /** Makes entries of what was read and looks for them. */
  match(knobs: Partial<EntryKnobs>, tell: TellProgress): Promise<void>;
  /** Rejects what is being read or matched; what was matched before stays. */
  stop(): void;
  view(options: ViewOptions): CorpusView;
  /** What is kept, as JSON Lines. */
  keptLines(options: BalanceOptions): Blob;
}

import type { ExampleText } from "./examples";
import type { BalanceOptions } from "./rebalance";
import type { LanguageReport } from "./report";
import type { ThinnedEntry } from "./thinned";

export interface ViewOptions extends BalanceOptions {
  /** Of which more is shown. */
  language: string;
}

/** What is kept of a corpus, in so few words that it can be told across threads at each move of a slider. */
export interface CorpusView {
  options: BalanceOptions;
  /** All rows of the corpus. */
  texts: number;
  /** Of the English matches, the share of the tail; null where there are none. */
  tail: number | null;
  /** Those with the most texts first. */
  languages: LanguageReport[];
  /** The one that the rest is about. */
  language: string;
  thinned: ThinnedEntry[];
  examples: ExampleText[];
}

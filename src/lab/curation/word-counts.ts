import { wordRuns } from "./words";

/** How often each word of a language occurs, and each pair of neighbours. */
export class WordCounts {
  readonly language: string;
  readonly words = new Map<string, number>();
  /** By first and second word, parted by a space. */
  readonly pairs = new Map<string, number>();
  /** All occurrences of words. */
  total = 0;

  constructor(language: string) {
    this.language = language;
  }

  add(text: string): void {
    for (const run of wordRuns(text, this.language)) {
      let before: string | undefined;
      for (const word of run) {
        this.total++;
        count(this.words, word);
        if (before !== undefined) count(this.pairs, `${before} ${word}`);
        before = word;
      }
    }
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

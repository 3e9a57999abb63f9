import { FaultLog } from "../imports/fault-log";
import type { Fault } from "../imports/row";
import type { CorpusRow } from "./corpus";
import type { CorpusView, ViewOptions } from "./corpus-view";
import { exampleTexts } from "./examples";
import type { EntryKnobs } from "./frequent";
import { type Matched, matchCorpus } from "./match";
import { makeMetadata } from "./metadata";
import { readCorpus } from "./read-corpus";
import { type BalanceOptions, rebalance } from "./rebalance";
import { mostThinned } from "./thinned";
import type { Work } from "./work";

/** What a file was found to hold. */
export interface CorpusFound {
  texts: number;
  skipped: { count: number; kept: readonly Fault[] };
}

const MOST_THINNED = 5;

/** A corpus that was read, of which the texts stay here: what is asked of it are counts and a few of its texts. */
export class OpenCorpus {
  readonly found: CorpusFound;
  readonly #corpus: readonly CorpusRow[];
  #matched: Matched | undefined;

  private constructor(corpus: readonly CorpusRow[], { count, kept }: FaultLog) {
    this.#corpus = corpus;
    this.found = { texts: corpus.length, skipped: { count, kept } };
  }

  /** Rejects with RangeError, in words, where the file is of another kind. */
  static async read(file: Blob, { breathe = () => undefined, onProgress }: Work): Promise<OpenCorpus> {
    const faults = new FaultLog();
    const onFault = faults.add.bind(faults);
    const tell = (done: number) => onProgress?.({ step: "reading", done, of: file.size });
    return new OpenCorpus(await readCorpus(file, { breathe, onFault }, tell), faults);
  }

  /** Makes entries of the corpus and looks for them. Where it is aborted, what was matched before stays. */
  async match(knobs: Partial<EntryKnobs>, work: Work): Promise<void> {
    const metadata = await makeMetadata(this.#corpus, knobs, work);
    this.#matched = await matchCorpus(this.#corpus, metadata, work);
  }

  /** What is kept, with more of one language: the one that is asked for, or where it is not there, English or the first. */
  view({ language: asked, ...options }: ViewOptions): CorpusView {
    const matched = this.#whatMatched();
    const balanced = rebalance(matched, options);
    const named = (name: string) => matched.languages.find(({ language }) => language === name);
    const matches = named(asked) ?? named("en") ?? matched.languages[0]!;
    return {
      ...{ options, texts: matched.rows, tail: balanced.tail, languages: balanced.languages },
      language: matches.language,
      thinned: mostThinned(matches, balanced.kept, MOST_THINNED),
      examples: exampleTexts(this.#corpus, matches, balanced),
    };
  }

  /** The texts that chance kept, as JSON Lines with the probability of each. */
  *keptLines(options: BalanceOptions): Generator<string> {
    const { probabilities, kept } = rebalance(this.#whatMatched(), options);
    for (const [row, { text, language }] of this.#corpus.entries())
      if (kept[row])
        yield `${JSON.stringify({ text, language, keep: Number(probabilities[row]!.toPrecision(6)) })}\n`;
  }

  #whatMatched(): Matched {
    if (!this.#matched) throw new Error("nothing was matched yet");
    return this.#matched;
  }
}

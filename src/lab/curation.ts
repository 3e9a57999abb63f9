import type { CorpusRow } from "./curation/corpus";
import { matchCorpus, type Matched } from "./curation/match";
import { makeMetadata, type Metadata, type MetadataOptions } from "./curation/metadata";
import { type Balanced, type BalanceOptions, rebalance } from "./curation/rebalance";
import type { Work } from "./curation/work";

export interface CurateOptions extends BalanceOptions {
  /** Made from the corpus itself where none is given. */
  metadata?: Metadata;
  /** How it is made. */
  making?: MetadataOptions;
}

export interface Curated extends Balanced {
  /** What `rebalance` needs for another threshold or seed. */
  matched: Matched;
}

/**
 * Chooses among texts as MetaCLIP 2 does (arXiv 2507.22062): what many texts say is thinned out, what few say is kept, in every language
 * to the same degree. There an image has several texts, of which chance takes one first; here a row has one.
 */
export async function curate(
  corpus: readonly CorpusRow[],
  { metadata, making, tEn, seed }: CurateOptions,
  work: Work = {},
): Promise<Curated> {
  const entries = metadata ?? (await makeMetadata(corpus, making, work));
  const matched = await matchCorpus(corpus, entries, work);
  return { matched, ...rebalance(matched, { tEn, seed }) };
}

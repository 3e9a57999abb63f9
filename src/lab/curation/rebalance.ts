import { seededRandom } from "../random";
import type { LanguageMatches, Matched } from "./match";
import { type LanguageReport, reportOf } from "./report";
import { tailShare, thresholdAt } from "./threshold";

export interface BalanceOptions {
  /** English entries found in more texts than this are thinned out. MetaCLIP 2: 170,000; OpenAI's CLIP: 20,000. */
  tEn: number;
  seed: number;
}

/** What is kept of a corpus. Arrays by row. */
export interface Balanced {
  /** Of the English matches, the share of the tail, which every language gets; null where there are none to tell it. */
  tail: number | null;
  /** P(keep): 0 where nothing matched. */
  probabilities: Float64Array;
  /** 1 where chance kept the row. */
  kept: Uint8Array;
  languages: LanguageReport[];
}

/**
 * MetaCLIP 2's balancing and sampling: everything that `tEn` changes, a matter of milliseconds. A row's chance depends on its number and
 * the seed alone, so that a higher `tEn` only adds rows. Without English matches `tEn` is the threshold of every language.
 */
export function rebalance(matched: Matched, { tEn, seed }: BalanceOptions): Balanced {
  const english = matched.languages.find(({ language, ids }) => language === "en" && ids.length > 0);
  const tail = english ? tailShare(english.counts, tEn) : null;
  const probabilities = new Float64Array(matched.rows);
  const thresholds = matched.languages.map((matches) => {
    const threshold = tail === null || matches === english ? tEn : thresholdAt(matches.counts, tail);
    setProbabilities(matches, threshold ?? tEn, probabilities);
    return threshold;
  });
  const kept = drawn(probabilities, seed);
  const languages = matched.languages.map((matches, i) =>
    reportOf(matches, thresholds[i]!, { probabilities, kept }),
  );
  return { tail, probabilities, kept, languages };
}

/** P(keep) = 1 − Π(1 − prob[e]) over a text's entries, where prob[e] is 1 below the threshold t and t ÷ count above. */
function setProbabilities(matches: LanguageMatches, threshold: number, probabilities: Float64Array): void {
  const { rows, starts, ids, counts } = matches;
  for (const [i, row] of rows.entries()) {
    let dropped = 1;
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      const count = counts[ids[at]!]!;
      dropped *= count <= threshold ? 0 : 1 - threshold / count;
    }
    probabilities[row] = 1 - dropped;
  }
}

function drawn(probabilities: Float64Array, seed: number): Uint8Array {
  const random = seededRandom("curation", seed);
  return Uint8Array.from(probabilities, (probability) => (random() < probability ? 1 : 0));
}

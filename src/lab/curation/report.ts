import type { LanguageMatches } from "./match";

/** What became of one language, for a view. */
export interface LanguageReport {
  language: string;
  texts: number;
  /** Texts with at least one entry: all others are dropped. */
  matched: number;
  /** Entries looked for. */
  entries: number;
  /** t: null where no entry is found, so that there is nothing to thin out. */
  threshold: number | null;
  keptExpected: number;
  keptDrawn: number;
  histogram: CountBin[];
}

/** How many entries are in `from` up to twice as many texts; in none, in the bin from 0. */
export interface CountBin {
  from: number;
  before: number;
  /** In the texts that chance kept. */
  after: number;
}

export function reportOf(
  matches: LanguageMatches,
  threshold: number | null,
  { probabilities, kept }: { probabilities: Float64Array; kept: Uint8Array },
): LanguageReport {
  const { language, rows, starts, ids, counts } = matches;
  const after = new Uint32Array(counts.length);
  const report = { texts: rows.length, matched: 0, keptExpected: 0, keptDrawn: 0 };
  for (const [i, row] of rows.entries()) {
    if (starts[i + 1]! > starts[i]!) report.matched++;
    report.keptExpected += probabilities[row]!;
    report.keptDrawn += kept[row]!;
    if (kept[row]) for (let at = starts[i]!; at < starts[i + 1]!; at++) after[ids[at]!]!++;
  }
  const histogram = histogramOf(counts, after);
  return { language, ...report, entries: counts.length, threshold, histogram };
}

/** Bins of one power of two each, up to the highest count. */
function histogramOf(before: Uint32Array, after: Uint32Array): CountBin[] {
  const binOf = (count: number) => 32 - Math.clz32(count);
  const highest = before.reduce((bin, count) => Math.max(bin, binOf(count)), 0);
  const bins = Array.from({ length: highest + 1 }, (_, bin) => ({
    from: bin === 0 ? 0 : 2 ** (bin - 1),
    before: 0,
    after: 0,
  }));
  for (const count of before) bins[binOf(count)]!.before++;
  for (const count of after) bins[binOf(count)]!.after++;
  return bins;
}

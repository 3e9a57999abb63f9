import type { Fault } from "../imports/row";
import type { RecordedSet, RunOrigin } from "./recorded-set";

/** What a file was found to hold, in so few words that it can be told across threads: the rest stays where it was read. */
export type Found = { skipped: { count: number; kept: readonly Fault[] } } & (
  { kind: "problems"; count: number } | ({ kind: "recorded"; filters: readonly string[] } & RecordedSummary)
);

export interface RecordedSummary {
  /** Of the file, or of the sweep. */
  name: string;
  origin: RunOrigin | null;
  /** Problems. */
  count: number;
  /** The most of any problem, and the fewest. */
  samples: number;
  fewestSamples: number;
  /** Of the file: more than problems where each holds one sample. */
  rows: number;
  /** Whether a judge has scored all samples of some problem. */
  scored: boolean;
  /** Ids of the methods for which another model has read the samples of some problem. */
  readFor: string[];
}

export function summaryOf({
  name,
  origin,
  problems,
  samples,
  rows = problems.length,
}: RecordedSet): RecordedSummary {
  return {
    ...{ name, origin, samples, rows },
    count: problems.length,
    fewestSamples: problems.reduce((least, { candidates }) => Math.min(least, candidates.length), Infinity),
    scored: problems.some(({ candidates }) => candidates.every(({ score }) => score !== undefined)),
    readFor: [...new Set(problems.flatMap(({ read = [] }) => read.map(({ method }) => method)))],
  };
}

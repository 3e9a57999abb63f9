import type { Found, RecordedSummary } from "../src/lab/recorded/found";
import type { ReadFile } from "../src/lab/recorded/read-file";
import type { RecordedSetProblem } from "../src/lab/recorded/recorded-set";
import type { Mapping } from "../src/lab/imports/roles";

/** Told what some problems came to. */
export type TakeOutcomes = Parameters<ReadFile["outcomes"]>[0];
export type { Found, Mapping, RecordedSetProblem, RecordedSummary };

/** What the page may ask of a worker that reads one file and keeps what was in it. */
export interface ImportsApi {
  read(file: Blob, name: string, mapping: Mapping, tell: (bytes: number) => void): Promise<Found>;
  items(from: number, count: number): Promise<{ question: string; answer: string }[]>;
  problemsAt(numbers: readonly number[]): Promise<RecordedSetProblem[]>;
  outcomes(take: TakeOutcomes): Promise<void>;
}

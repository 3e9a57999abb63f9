import type { SweepReadings } from "./reading-record";
import type { SweepRecord, SweepSample } from "./sweep-record";

/** Where sweeps are kept. Each method rejects with a sentence for people where the store is full or gone. */
export interface SweepStore {
  /** Whether they outlive the page. */
  readonly kept: boolean;
  /** Writes what was asked for and how it stands, replacing the one with its id. */
  saveSweep(sweep: SweepRecord): Promise<void>;
  /** Adds samples, all or none. One that is there already is replaced by its equal. */
  saveSamples(sweep: string, samples: readonly SweepSample[]): Promise<void>;
  /** Newest first. */
  listSweeps(): Promise<SweepList>;
  /** In the order of problems and of samples; malformed ones are left out, and so will be written again. */
  samplesOf(sweep: string): Promise<SweepSample[]>;
  /** Replaces all that was read of these problems, all or none. */
  saveReadings(sweep: string, readings: readonly SweepReadings[]): Promise<void>;
  /** In the order of problems. */
  readingsOf(sweep: string): Promise<SweepReadings[]>;
  /** With its samples and readings. */
  deleteSweep(id: string): Promise<void>;
  close(): void;
}

export interface SweepList {
  sweeps: SweepRecord[];
  /** The ids of those that another open page is running. */
  elsewhere: ReadonlySet<string>;
  malformed: { id: string; fault: string }[];
}

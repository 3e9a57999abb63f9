import type { MalformedRun, readRun } from "./read-run";
import type { RunRecord } from "./run-record";

/** Where runs are kept. Runs go in and come out as plain data, by copy. */
export interface RunStore {
  /** Whether they outlive the page. */
  readonly kept: boolean;
  /** Why they do not, in a sentence for people. */
  readonly reason?: string;
  /** Writes a run, replacing the one with its id. Rejects with a sentence for people where the store is full or gone. */
  saveRun(run: RunRecord): Promise<void>;
  listRuns(): Promise<RunList>;
  /** Null if there is none. */
  getRun(id: string): Promise<ReturnType<typeof readRun> | null>;
  deleteRun(id: string): Promise<void>;
  close(): void;
}

export interface RunList {
  /** Newest first. A run whose page was closed while it was running is shown as failed. */
  runs: RunRecord[];
  malformed: MalformedRun[];
}

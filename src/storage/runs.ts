import { Connection } from "./connection";
import type { OpenOptions } from "./db";
import { openKeptRuns } from "./kept-runs";
import { openMemoryRuns } from "./memory-runs";
import { joinOpenPages, type OpenPage } from "./open-pages";
import type { RunStore } from "./run-store";

export interface RunsOptions extends Partial<Omit<OpenOptions, "onClosed">> {
  page?: OpenPage;
}

/** Never rejects: where nothing can be stored, runs are held in memory and the store says why. */
export async function openRuns({ name = "quorum", page, ...options }: RunsOptions = {}): Promise<RunStore> {
  try {
    page ??= joinOpenPages();
    return await openKeptRuns(new Connection({ name, ...options }), page);
  } catch (error) {
    page?.close();
    return openMemoryRuns(error instanceof Error ? error.message : String(error));
  }
}

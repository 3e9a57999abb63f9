import type { RunRecord } from "./run-record";
import type { RunStore } from "./run-store";

/** Runs that last as long as the page, for where nothing can be stored. */
export function openMemoryRuns(reason: string): RunStore {
  const runs = new Map<string, RunRecord>();
  return {
    kept: false,
    reason,
    saveRun(run) {
      runs.set(run.id, structuredClone(run));
      return Promise.resolve();
    },
    listRuns() {
      const newestFirst = [...runs.values()].sort((a, b) => b.createdAt - a.createdAt);
      return Promise.resolve({ runs: structuredClone(newestFirst), malformed: [] });
    },
    getRun(id) {
      const run = runs.get(id);
      return Promise.resolve(run ? { run: structuredClone(run) } : null);
    },
    deleteRun(id) {
      runs.delete(id);
      return Promise.resolve();
    },
    close() {},
  };
}

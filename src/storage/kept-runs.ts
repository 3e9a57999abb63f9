import type { Connection } from "./connection";
import type { OpenPage } from "./open-pages";
import { readRun } from "./read-run";
import type { RunRecord } from "./run-record";
import type { RunStore } from "./run-store";

/** Runs in IndexedDB. */
export async function openKeptRuns(connection: Connection, page: OpenPage): Promise<RunStore> {
  const use = connection.use.bind(connection);
  await use(() => Promise.resolve());

  return {
    kept: true,
    async saveRun(record) {
      await use((database) => database.put("runs", { id: record.id, page: page.id, record }));
    },
    async listRuns() {
      const [stored, open] = await Promise.all([
        use((database) => database.getAll("runs")),
        page.openPages(),
      ]);
      const read = stored.map(({ id, page, record }) => withEnd(readRun(id, record), open.has(page)));
      return {
        runs: read
          .flatMap((one) => ("run" in one ? [one.run] : []))
          .sort((a, b) => b.createdAt - a.createdAt),
        malformed: read.flatMap((one) => ("malformed" in one ? [one.malformed] : [])),
      };
    },
    async getRun(id) {
      const stored = await use((database) => database.get("runs", id));
      return stored ? withEnd(readRun(id, stored.record), (await page.openPages()).has(stored.page)) : null;
    },
    async deleteRun(id) {
      await use((database) => database.delete("runs", id));
    },
    close() {
      connection.close();
      page.close();
    },
  };
}

/** A run left running by a page that is gone is shown as failed, but not rewritten: should that page live, it has the word. */
function withEnd(read: ReturnType<typeof readRun>, pageOpen: boolean): ReturnType<typeof readRun> {
  if (!("run" in read) || read.run.status !== "running" || pageOpen) return read;
  const samples = read.run.samples.map((sample) => ({ finish: "cancelled" as const, ...sample }));
  const run: RunRecord = { ...read.run, status: "failed", reason: "The page was closed.", samples };
  return { run };
}

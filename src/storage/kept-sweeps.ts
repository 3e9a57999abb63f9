import type { Connection } from "./connection";
import type { OpenPage } from "./open-pages";
import { readSweep, readSweepSample } from "./read-sweep";
import type { SweepStore } from "./sweep-store";

/** Sweeps in IndexedDB. */
export async function openKeptSweeps(connection: Connection, page: OpenPage): Promise<SweepStore> {
  await connection.use(() => Promise.resolve());
  const samplesOf = (sweep: string) => IDBKeyRange.bound([sweep], [sweep, []]);
  return {
    kept: true,
    async saveSweep(record) {
      await connection.use((database) => database.put("sweeps", { id: record.id, page: page.id, record }));
    },
    async saveSamples(sweep, samples) {
      await connection.use(async (database) => {
        const { store, done } = database.transaction("sweepSamples", "readwrite");
        const puts = samples.map(({ problem, written }) =>
          store.put({ sweep, problem, sample: written.sample, written }),
        );
        await Promise.all([...puts, done]);
      });
    },
    async listSweeps() {
      const [stored, open] = await Promise.all([
        connection.use((database) => database.getAll("sweeps")),
        page.openPages(),
      ]);
      const read = stored.map(({ id, record }) => ({ id, ...readSweep(id, record) }));
      return {
        sweeps: read
          .flatMap((one) => ("sweep" in one ? [one.sweep] : []))
          .sort((a, b) => b.createdAt - a.createdAt),
        elsewhere: new Set(
          stored.filter((one) => one.page !== page.id && open.has(one.page)).map(({ id }) => id),
        ),
        malformed: read.flatMap((one) => ("fault" in one ? [one] : [])),
      };
    },
    async samplesOf(sweep) {
      const stored = await connection.use((database) => database.getAll("sweepSamples", samplesOf(sweep)));
      return stored.flatMap(
        ({ problem, sample, written }) => readSweepSample(problem, sample, written) ?? [],
      );
    },
    async deleteSweep(id) {
      await connection.use(async (database) => {
        const both = database.transaction(["sweeps", "sweepSamples"], "readwrite");
        await Promise.all([
          both.objectStore("sweeps").delete(id),
          both.objectStore("sweepSamples").delete(samplesOf(id)),
          both.done,
        ]);
      });
    },
    close() {
      connection.close();
      page.close();
    },
  };
}

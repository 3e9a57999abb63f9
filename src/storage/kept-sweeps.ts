import type { Connection } from "./connection";
import type { OpenPage } from "./open-pages";
import { readExchanges } from "./reading-record";
import { readSweep, readSweepSample } from "./read-sweep";
import type { SweepStore } from "./sweep-store";

/** Sweeps in IndexedDB. */
export async function openKeptSweeps(connection: Connection, page: OpenPage): Promise<SweepStore> {
  await connection.use(() => Promise.resolve());
  const partsOf = (sweep: string) => IDBKeyRange.bound([sweep], [sweep, []]);
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
      const stored = await connection.use((database) => database.getAll("sweepSamples", partsOf(sweep)));
      return stored.flatMap(
        ({ problem, sample, written }) => readSweepSample(problem, sample, written) ?? [],
      );
    },
    async saveReadings(sweep, readings) {
      await connection.use(async (database) => {
        const { store, done } = database.transaction("sweepReadings", "readwrite");
        const puts = readings.map(({ problem, exchanges }) => store.put({ sweep, problem, exchanges }));
        await Promise.all([...puts, done]);
      });
    },
    async readingsOf(sweep) {
      const stored = await connection.use((database) => database.getAll("sweepReadings", partsOf(sweep)));
      return stored.map(({ problem, exchanges }) => ({ problem, exchanges: readExchanges(exchanges) }));
    },
    async deleteSweep(id) {
      await connection.use(async (database) => {
        const all = database.transaction(["sweeps", "sweepSamples", "sweepReadings"], "readwrite");
        await Promise.all([
          all.objectStore("sweeps").delete(id),
          all.objectStore("sweepSamples").delete(partsOf(id)),
          all.objectStore("sweepReadings").delete(partsOf(id)),
          all.done,
        ]);
      });
    },
    close() {
      connection.close();
      page.close();
    },
  };
}

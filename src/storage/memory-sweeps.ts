import type { SweepReadings } from "./reading-record";
import type { SweepRecord, SweepSample } from "./sweep-record";
import type { SweepStore } from "./sweep-store";

/** Sweeps that last as long as the page, for where nothing can be stored. */
export function openMemorySweeps(): SweepStore {
  const sweeps = new Map<string, SweepRecord>();
  const samples = new Map<string, Map<string, SweepSample>>();
  const readings = new Map<string, Map<number, SweepReadings>>();
  return {
    kept: false,
    saveSweep(sweep) {
      sweeps.set(sweep.id, structuredClone(sweep));
      return Promise.resolve();
    },
    saveSamples(sweep, more) {
      const own = samples.get(sweep) ?? new Map<string, SweepSample>();
      for (const one of more) own.set(`${one.problem} ${one.written.sample}`, structuredClone(one));
      samples.set(sweep, own);
      return Promise.resolve();
    },
    listSweeps() {
      const newestFirst = [...sweeps.values()].sort((a, b) => b.createdAt - a.createdAt);
      return Promise.resolve({ sweeps: structuredClone(newestFirst), elsewhere: new Set(), malformed: [] });
    },
    samplesOf(sweep) {
      const own = [...(samples.get(sweep)?.values() ?? [])];
      own.sort((a, b) => a.problem - b.problem || a.written.sample - b.written.sample);
      return Promise.resolve(structuredClone(own));
    },
    saveReadings(sweep, more) {
      const own = readings.get(sweep) ?? new Map<number, SweepReadings>();
      for (const one of more) own.set(one.problem, structuredClone(one));
      readings.set(sweep, own);
      return Promise.resolve();
    },
    readingsOf(sweep) {
      const own = [...(readings.get(sweep)?.values() ?? [])].sort((a, b) => a.problem - b.problem);
      return Promise.resolve(structuredClone(own));
    },
    deleteSweep(id) {
      sweeps.delete(id);
      samples.delete(id);
      readings.delete(id);
      return Promise.resolve();
    },
    close() {},
  };
}

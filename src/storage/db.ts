import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { storageFault } from "./storage-fault";

const VERSION = 5;
/** Longer than any upgrade here takes. Some browsers' open requests are known to hang for ever. */
const PATIENCE_MS = 4000;

export interface QuorumSchema extends DBSchema {
  /** `record` is checked when it is read. `page` is the open page that wrote it. */
  runs: { key: string; value: { id: string; page: string; record: unknown } };
  sweeps: { key: string; value: { id: string; page: string; record: unknown } };
  /** What a sweep has written, sample by sample: the number of its problem, and of the sample of that problem. */
  sweepSamples: {
    key: [sweep: string, problem: number, sample: number];
    value: { sweep: string; problem: number; sample: number; written: unknown };
  };
  /** What other models wrote about the samples of a sweep's problem. */
  sweepReadings: {
    key: [sweep: string, problem: number];
    value: { sweep: string; problem: number; exchanges: unknown };
  };
  /** What a judge made of a pair. */
  judgements: {
    key: [judge: string, pair: string];
    value: { judge: string; pair: string; opinions: unknown };
  };
  /** What an encoder made of a text or a picture. */
  vectors: { key: [encoder: string, of: string]; value: { encoder: string; of: string; vector: unknown } };
}
export type QuorumDatabase = IDBPDatabase<QuorumSchema>;

export interface OpenOptions {
  name: string;
  /** The connection was closed by the browser, or to make way for a newer version of this page in another tab. */
  onClosed: () => void;
  patienceMs?: number;
  version?: number;
}

/** Rejects with a sentence for people where there is no IndexedDB, it may not be used, or another tab is in the way. */
export async function openDatabase({
  name,
  onClosed,
  patienceMs = PATIENCE_MS,
  version = VERSION,
}: OpenOptions): Promise<QuorumDatabase> {
  if (!globalThis.indexedDB) throw new Error("This browser offers the page no storage.");
  let waitingFor = "The browser does not open the page's storage.";
  const opening = openDB<QuorumSchema>(name, version, {
    upgrade(database, oldVersion) {
      if (oldVersion < 1) database.createObjectStore("runs", { keyPath: "id" });
      if (oldVersion < 2) {
        database.createObjectStore("sweeps", { keyPath: "id" });
        database.createObjectStore("sweepSamples", { keyPath: ["sweep", "problem", "sample"] });
      }
      if (oldVersion < 3) database.createObjectStore("sweepReadings", { keyPath: ["sweep", "problem"] });
      if (oldVersion < 4) database.createObjectStore("judgements", { keyPath: ["judge", "pair"] });
      if (oldVersion < 5) database.createObjectStore("vectors", { keyPath: ["encoder", "of"] });
    },
    blocked() {
      waitingFor = "An older version of this page is open in another tab: close it, then reload this one.";
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: onClosed,
  });
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(waitingFor)), patienceMs);
  try {
    return await Promise.race([opening, late.promise]);
  } catch (error) {
    opening.then((database) => database.close()).catch(() => {}); // Should it still open, it must not be in anyone's way.
    throw storageFault(error);
  } finally {
    clearTimeout(timer);
  }
}

import type { SweepReadings } from "../../storage/reading-record";
import type { SweepRecord, SweepSample } from "../../storage/sweep-record";
import type { SweepStore } from "../../storage/sweep-store";
import { openSweeps } from "../../storage/sweeps";
import { sentenceOf } from "../sentence-of";

/** The sweeps there are, with what each has written. Nothing here rejects: no fault of storage ends a sweep. */
export class SweepLog {
  readonly #store: Promise<SweepStore> = openSweeps();
  #sweeps = $state.raw<readonly SweepRecord[]>([]);
  /** Ids. */
  #elsewhere = $state.raw<readonly string[]>([]);
  #malformed = $state(0);
  #fault = $state("");

  /** Newest first. */
  get sweeps() {
    return this.#sweeps;
  }
  /** How many stored sweeps could not be read. */
  get malformed() {
    return this.#malformed;
  }
  /** Why sweeps will not outlive the page, in a sentence; empty while they will. */
  get notKept() {
    return this.#fault;
  }

  /** Whether another open page is at it. */
  isElsewhere({ id, status }: SweepRecord): boolean {
    return status === "running" && this.#elsewhere.includes(id);
  }

  async refresh(): Promise<void> {
    await this.#attempt(async (store) => {
      const { sweeps, elsewhere, malformed } = await store.listSweeps();
      this.#sweeps = sweeps;
      this.#elsewhere = [...elsewhere];
      this.#malformed = malformed.length;
      this.#fault = store.kept ? "" : "This browser refuses to store them.";
    });
  }

  async save(sweep: SweepRecord): Promise<void> {
    await this.#attempt((store) => store.saveSweep(sweep));
    this.#sweeps = [sweep, ...this.#sweeps.filter(({ id }) => id !== sweep.id)].sort(
      (a, b) => b.createdAt - a.createdAt,
    );
  }

  async addSamples(sweep: SweepRecord, samples: readonly SweepSample[]): Promise<void> {
    await this.#attempt((store) => store.saveSamples(sweep.id, samples));
  }

  async samplesOf(sweep: SweepRecord): Promise<SweepSample[]> {
    let samples: SweepSample[] = [];
    await this.#attempt(async (store) => void (samples = await store.samplesOf(sweep.id)));
    return samples;
  }

  async saveReadings(sweep: SweepRecord, readings: readonly SweepReadings[]): Promise<void> {
    await this.#attempt((store) => store.saveReadings(sweep.id, readings));
  }

  async readingsOf(sweep: SweepRecord): Promise<SweepReadings[]> {
    let readings: SweepReadings[] = [];
    await this.#attempt(async (store) => void (readings = await store.readingsOf(sweep.id)));
    return readings;
  }

  async delete(sweep: SweepRecord): Promise<void> {
    await this.#attempt((store) => store.deleteSweep(sweep.id));
    await this.refresh();
  }

  async #attempt(use: (store: SweepStore) => Promise<void>): Promise<void> {
    try {
      await use(await this.#store);
    } catch (error) {
      this.#fault = sentenceOf(error);
    }
  }
}

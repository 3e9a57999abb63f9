import type { GenerationRequest } from "../../workers/protocol";
import type { RunRecord } from "../storage/run-record";
import type { RunStore } from "../storage/run-store";
import { fetchPart } from "./fetch-part";
import { LoggedRun } from "./logged-run";
import { offerDownload } from "./offer-download";
import { sentenceOf } from "./sentence-of";
import type { Experiment } from "./settings";

export type { RunRecord };

/** The runs there are, stored ones and those that could not be. Nothing here rejects: no fault of storage ends a run. */
export class RunLog {
  #store: Promise<RunStore> | undefined;
  #stored = $state.raw<readonly RunRecord[]>([]);
  /** Runs that the store refused: kept until the page is closed. */
  #unstored = $state.raw<readonly RunRecord[]>([]);
  #malformed = $state(0);
  #fault = $state("");
  #deleted = $state.raw<RunRecord | null>(null);

  /** Newest first. */
  readonly runs = $derived([...this.#unstored, ...this.#stored].sort((a, b) => b.createdAt - a.createdAt));

  /** How many stored runs could not be read. */
  get malformed() {
    return this.#malformed;
  }
  /** Why runs will not outlive the page, in a sentence; empty while they will. */
  get notKept() {
    return this.#fault;
  }
  /** The run that `undelete` would bring back. */
  get deleted() {
    return this.#deleted;
  }

  async refresh(): Promise<void> {
    await this.#attempt(async (store) => {
      const { runs, malformed } = await store.listRuns();
      this.#stored = runs.filter(({ id }) => !this.#unstored.some((run) => run.id === id));
      this.#malformed = malformed.length;
      this.#fault = store.kept ? "" : (store.reason ?? "This browser refuses to store them.");
    });
  }

  start(asked: Experiment, request: GenerationRequest): LoggedRun {
    return new LoggedRun(asked, request, (record) => this.#save(record));
  }

  /** Writes down what became of a run after its end. */
  async amend(run: RunRecord): Promise<void> {
    await this.#save(run);
  }

  async delete(run: RunRecord): Promise<void> {
    this.#forgetUnstored(run.id);
    this.#deleted = run;
    await this.#attempt((store) => store.deleteRun(run.id));
    await this.refresh();
  }

  /** Forgets a run that turned out to be impossible before it began. */
  async discard({ record: { id } }: LoggedRun): Promise<void> {
    await this.#attempt((store) => store.deleteRun(id));
    await this.refresh();
  }

  /** Brings back the run that was deleted last. */
  async undelete(): Promise<void> {
    const run = this.#deleted;
    this.#deleted = null;
    if (run) await this.#save(run);
    await this.refresh();
  }

  async export(runs: readonly RunRecord[]): Promise<void> {
    const { exportedRuns } = await fetchPart(import("./exported-runs"));
    const text = await exportedRuns(runs);
    offerDownload(text, runs.length === 1 ? `quorum-run-${runs[0]!.id}.jsonl` : "quorum-runs.jsonl");
  }

  exportAll(): Promise<void> {
    return this.export(this.runs);
  }

  async #save(record: RunRecord): Promise<void> {
    const stored = await this.#attempt((store) => store.saveRun(record));
    this.#forgetUnstored(record.id);
    if (!stored) this.#unstored = [{ ...record }, ...this.#unstored];
    if (stored && record.status !== "running") await this.refresh();
  }

  #forgetUnstored(id: string): void {
    this.#unstored = this.#unstored.filter((run) => run.id !== id);
  }

  /** A first visit writes before there is anything to store, so what stores is fetched when it is first needed. */
  #open(): Promise<RunStore> {
    this.#store ??= fetchPart(import("../storage/runs")).then(({ openRuns }) => openRuns());
    this.#store.catch(() => (this.#store = undefined)); // To be tried again.
    return this.#store;
  }

  /** True if it went well; otherwise the page says what did not. */
  async #attempt(use: (store: RunStore) => Promise<void>): Promise<boolean> {
    try {
      await use(await this.#open());
      return true;
    } catch (error) {
      this.#fault = sentenceOf(error);
      return false;
    }
  }
}

import type { GenerationEvent, LoadedModel, Sample } from "../../workers/protocol";
import { toCandidate } from "../lab/candidates";
import { exportRuns } from "../storage/export-runs";
import { randomId } from "../storage/random-id";
import type { RunRecord } from "../storage/run-record";
import type { RunStore } from "../storage/run-store";
import { openRuns } from "../storage/runs";
import { offerDownload } from "./offer-download";
import type { Experiment } from "./settings";
import { APP_VERSION } from "./version";

export type { RunRecord };

/** While a run goes on it is saved at most this often, so that a closed page loses little. */
const SAVE_EVERY_MS = 500;

/** Writes runs to the store as they happen, and lists what is stored. */
export class RunLog {
  readonly #store: Promise<RunStore> = openRuns();
  #runs = $state.raw<readonly RunRecord[]>([]);
  #malformed = $state(0);
  #notKept = $state("");
  #deleted = $state.raw<RunRecord | null>(null);
  #record: RunRecord | null = null;
  #savedAt = 0;

  constructor() {
    void this.refresh();
  }

  get runs() {
    return this.#runs;
  }
  /** How many stored runs could not be read. */
  get malformed() {
    return this.#malformed;
  }
  /** Why runs will not outlive the page; empty while they will. */
  get notKept() {
    return this.#notKept;
  }

  /** The run that `undelete` would bring back. */
  get deleted() {
    return this.#deleted;
  }

  async refresh(): Promise<void> {
    const store = await this.#store;
    if (!store.kept) this.#notKept = store.reason ?? "this browser refuses to store them.";
    const { runs, malformed } = await store.listRuns();
    this.#runs = runs;
    this.#malformed = malformed.length;
  }

  start(asked: Experiment, { device, ms, graphSha }: LoadedModel): void {
    const { temperature, topP, seed, maxTokens, problem, level } = asked;
    this.#record = {
      id: randomId(),
      createdAt: Date.now(),
      appVersion: APP_VERSION,
      status: "running",
      spec: {
        model: asked.model,
        ...(graphSha && { modelSha: graphSha }),
        device,
        question: asked.question,
        ...(asked.expected.trim() && { expected: asked.expected.trim() }),
        ...(problem !== null && { task: "word-problems", level, problem }),
        sampling: { temperature, topK: 0, topP, minP: 0, maxTokens, stop: [], seed },
        samples: asked.samples,
      },
      timings: { loadMs: ms },
      samples: [],
    };
  }

  /** Takes note of an event; `samples` are those after it. */
  note(event: GenerationEvent, samples: readonly Sample[]): void {
    if (!this.#record) return;
    if (event.type === "prefilled") {
      this.#record.timings = {
        ...this.#record.timings,
        prefillMs: event.ms,
        promptTokens: event.promptTokens,
      };
    }
    if (event.type === "sampleFinished" && performance.now() - this.#savedAt > SAVE_EVERY_MS) {
      this.#record.samples = [...samples];
      void this.#save();
    }
  }

  async end(
    status: "finished" | "stopped" | "failed",
    samples: readonly Sample[],
    ms: number,
    reason = "",
  ): Promise<void> {
    if (!this.#record) return;
    Object.assign(this.#record, { status, samples: [...samples], ...(reason && { reason }) });
    this.#record.timings = { ...this.#record.timings, totalMs: ms };
    await this.#save();
    this.#record = null;
    await this.refresh();
  }

  /** Forgets a run that turned out to be impossible before it began. */
  async discard(): Promise<void> {
    const id = this.#record?.id;
    this.#record = null;
    if (id) await (await this.#store).deleteRun(id);
    await this.refresh();
  }

  async delete(run: RunRecord): Promise<void> {
    await (await this.#store).deleteRun(run.id);
    this.#deleted = run;
    await this.refresh();
  }

  /** Brings back the run that was deleted last. */
  async undelete(): Promise<void> {
    if (this.#deleted) await (await this.#store).saveRun(this.#deleted);
    this.#deleted = null;
    await this.refresh();
  }

  export(runs: readonly RunRecord[]): void {
    const text = exportRuns(runs, (sample, { spec }) => {
      const { answer, correct } = toCandidate(sample, spec.expected);
      return { answer: answer?.text ?? null, ...(correct !== undefined && { correct }) };
    });
    offerDownload(text, runs.length === 1 ? `quorum-run-${runs[0]!.id}.jsonl` : "quorum-runs.jsonl");
  }

  exportAll(): void {
    this.export(this.#runs);
  }

  async #save(): Promise<void> {
    this.#savedAt = performance.now();
    try {
      if (this.#record) await (await this.#store).saveRun(this.#record);
    } catch (error) {
      this.#notKept = error instanceof Error ? error.message : String(error); // A full disk must not end the run.
    }
  }
}

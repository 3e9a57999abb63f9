import type { GenerationEvent, GenerationRequest, LoadedModel, Sample } from "../../workers/protocol";
import { randomId } from "../storage/random-id";
import type { RunRecord } from "../storage/run-record";
import type { Experiment } from "./settings";
import { APP_VERSION } from "./version";

/** While a run goes on it is saved at most this often, so that a closed page loses little. */
const SAVE_EVERY_MS = 500;

/** One run as it is written down: from before its model is there to its end. */
export class LoggedRun {
  readonly record: RunRecord;
  readonly #save: (record: RunRecord) => Promise<void>;
  #savedAt = performance.now();

  /** `save` never rejects. */
  constructor(asked: Experiment, request: GenerationRequest, save: (record: RunRecord) => Promise<void>) {
    const { problem, level } = asked;
    this.#save = save;
    this.record = {
      id: randomId(),
      createdAt: Date.now(),
      appVersion: APP_VERSION,
      status: "running",
      spec: {
        model: request.model,
        device: asked.device === "webgpu" ? "webgpu" : "wasm", // What is wished for, until the model is there.
        question: request.messages.at(-1)!.content,
        ...(asked.expected.trim() && { expected: asked.expected.trim() }),
        ...(problem !== null && { task: "word-problems", level, problem }),
        sampling: request.sampling,
        samples: request.samples,
      },
      timings: {},
      samples: [],
    };
  }

  /** The model is there; `loadMs` only if this run had to wait for it. */
  loaded({ device, graphSha }: LoadedModel, loadMs: number | undefined): void {
    this.record.spec = { ...this.record.spec, device, ...(graphSha && { modelSha: graphSha }) };
    this.record.timings = { ...this.record.timings, ...(loadMs !== undefined && { loadMs }) };
  }

  /** Takes note of an event; `samples` are those after it. */
  note(event: GenerationEvent, samples: readonly Sample[]): void {
    if (event.type === "prefilled") {
      this.#savedAt = performance.now(); // Nothing was written before, so the first words are not held up by it.
      this.record.timings = { ...this.record.timings, prefillMs: event.ms, promptTokens: event.promptTokens };
    }
    if (event.type === "stepped" && performance.now() - this.#savedAt > SAVE_EVERY_MS) {
      this.#savedAt = performance.now();
      this.record.samples = [...samples];
      void this.#save(this.record);
    }
  }

  /** Resolves once it is stored. */
  async end(
    status: "finished" | "stopped" | "failed",
    samples: readonly Sample[],
    ms: number,
    reason = "",
  ): Promise<void> {
    Object.assign(this.record, { status, samples: [...samples], ...(reason && { reason }) });
    this.record.timings = { ...this.record.timings, totalMs: ms };
    await this.#save(this.record);
  }
}

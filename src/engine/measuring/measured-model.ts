import type { Measurement, MeasureTask, Skipped } from "../../../workers/protocol/measure";
import type { LanguageModel, Sequence } from "../language-model";
import type { DeviceProbe } from "./device-probe";
import { measureDecode } from "./measure-decode";
import { measurePrefill } from "./measure-prefill";

/** A prompt that would take longer than this is left out: nothing can stop it half-way. */
const LONGEST_PREFILL_MS = 6000;

/** A model under measurement. A prompt is read once, and all that is written behind it is measured before the next. */
export class MeasuredModel {
  #prompt: Sequence | undefined;
  #lastRead: { tokens: number; ms: number } | undefined;
  readonly #model: LanguageModel;
  readonly #probe: DeviceProbe;
  readonly #signal: AbortSignal;

  constructor(model: LanguageModel, probe: DeviceProbe, signal: AbortSignal) {
    this.#model = model;
    this.#probe = probe;
    this.#signal = signal;
  }

  async measure(task: MeasureTask): Promise<Measurement> {
    switch (task.measure) {
      case "copy":
        return this.#probe.copy(task.bytes, this.#signal);
      case "dispatch":
        return this.#probe.dispatch(this.#signal);
      case "prefill": {
        this.release();
        const { measurement, prompt } = await measurePrefill(task.tokens, this.#model, this.#signal);
        this.#prompt = prompt;
        this.#lastRead = measurement;
        return measurement;
      }
      case "decode":
        return measureDecode(task.samples, this.#model, this.#prompt!, this.#probe, this.#signal);
    }
  }

  reasonToSkip(task: MeasureTask): Skipped | undefined {
    if (task.measure === "prefill")
      return this.#wouldTakeMs(task.tokens) > LONGEST_PREFILL_MS ? "too-slow" : undefined;
    if (task.measure !== "decode") return undefined;
    if (this.#prompt?.tokens.length !== task.context) return "too-slow"; // As its prompt was.
    const { bytesPerToken, sharesPrefix, budgetBytes } = this.#model.cache;
    const copies = sharesPrefix ? 1 : 1 + task.samples;
    return copies * task.context * bytesPerToken > budgetBytes ? "no-memory" : undefined;
  }

  release(): void {
    this.#prompt?.release();
    this.#prompt = undefined;
  }

  #wouldTakeMs(tokens: number): number {
    return this.#lastRead ? (this.#lastRead.ms * tokens) / this.#lastRead.tokens : 0;
  }
}

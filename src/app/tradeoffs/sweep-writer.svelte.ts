import type { LoadedModel } from "../../../workers/protocol";
import type { PromptsEnd } from "../../../workers/protocol/prompts";
import type { LanguageClient } from "../../client/language-client";
import type { Choice } from "../choice";
import type { Library } from "../library.svelte";
import { Crew } from "./crew";
import { Pace } from "./pace.svelte";
import { SampleKeeper } from "./sample-keeper";
import type { Sweep } from "./sweep.svelte";
import type { SweepLog } from "./sweep-log.svelte";
import { type Held, writeSweep } from "./write-sweep";

interface Writing {
  choice: Choice;
  model: LoadedModel;
  /** Ids of the methods that it is written for. They may change meanwhile. */
  methods: () => readonly string[];
  /** The workers are there. */
  onBegin: () => void;
  signal: AbortSignal;
}

/** Has workers write a sweep's samples, and keeps these as they come. */
export class SweepWriter {
  readonly pace = new Pace();
  #notes = $state.raw<readonly string[]>([]);
  #held = $state.raw<Held | null>(null);
  readonly #crew: Crew;
  readonly #log: SweepLog;

  constructor(client: LanguageClient, library: Library, log: SweepLog) {
    this.#crew = new Crew(client, library);
    this.#log = log;
  }

  /** What befell the sweep on the way, in sentences. */
  get notes() {
    return this.#notes;
  }

  /** How few samples memory holds at once where it holds them up; null where it does not. */
  get held() {
    return this.#held;
  }

  forget(): void {
    this.#notes = [];
    this.#held = null;
  }

  /** Writes what is missing. However it ends, what was written is kept, with the time that it took. */
  async write(sweep: Sweep, { choice, model, methods, onBegin, signal }: Writing): Promise<PromptsEnd> {
    const before = sweep.record.activeMs;
    this.forget();
    this.#notes = model.deviceNote ? [model.deviceNote] : [];
    try {
      signal.throwIfAborted();
      sweep.update({ status: "running" });
      await this.#log.save(sweep.record);
      const clients = await this.#crew.assemble(choice, model, sweep, signal);
      onBegin();
      this.pace.start();
      const end = await writeSweep({
        sweep,
        clients,
        methods,
        signal,
        pace: this.pace,
        keeper: new SampleKeeper((samples) => this.#log.addSamples(sweep.record, samples)),
        loadAgain: (client, signal) => this.#crew.loadAgain(client, choice, model, signal),
        held: (by) => {
          if (!this.#held || by.rows < this.#held.rows) this.#held = by;
        },
        note: (sentence) => (this.#notes = [...this.#notes, sentence]),
      });
      await sweep.settle();
      return end;
    } finally {
      sweep.update({ status: sweep.record.status, activeMs: before + this.pace.ms });
      this.#crew.dismiss();
    }
  }
}

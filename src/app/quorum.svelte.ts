import { LanguageClient } from "../client/language-client";
import { Ask } from "./ask.svelte";
import type { Bench, Writer } from "./bench.svelte";
import { fetchPart } from "./fetch-part";
import { Lessons } from "./lessons/lessons.svelte";
import { Library } from "./library.svelte";
import { Offline } from "./offline.svelte";
import { Opening } from "./opening.svelte";
import { Router } from "./router.svelte";
import { RunLog } from "./run-log.svelte";
import type { Tradeoffs } from "./tradeoffs/tradeoffs.svelte";
import { warmWhenIdle } from "./warm-when-idle.svelte";

/** Everything the page is made of, wired together once. */
export class Quorum {
  readonly opening = new Opening();
  readonly router = new Router();
  readonly offline = new Offline();
  readonly log = new RunLog();
  readonly #client = new LanguageClient("the worker of Ask");
  readonly library = new Library(this.#client);
  readonly ask = new Ask(this.#client, this.library, this.log);
  #tradeoffs = $state.raw<Tradeoffs | null>(null);
  #fetchedLater = false;
  #bench = $state.raw<Bench | null>(null);
  readonly lessons = new Lessons(this.#client, this.library, this.#anyView());

  constructor() {
    warmWhenIdle(this.#client, this.ask, this);
  }

  /** Null until it was opened: a first visit does without. */
  get tradeoffs() {
    return this.#tradeoffs;
  }
  get bench() {
    return this.#bench;
  }
  /** Whether the worker has something to do that Ask did not begin. */
  get busy() {
    return (this.#bench?.busy ?? false) || this.lessons.busy || (this.#tradeoffs?.busy ?? false);
  }

  async openTradeoffs(): Promise<Tradeoffs> {
    const { Tradeoffs } = await fetchPart(import("./tradeoffs/tradeoffs.svelte"));
    const { ask } = this;
    const bench = () => this.#bench;
    const others = {
      get busy() {
        return ask.busy || (bench()?.busy ?? false);
      },
    };
    return (this.#tradeoffs ??= new Tradeoffs(this.#client, this.library, others));
  }

  async openBench(): Promise<Bench> {
    const { Bench } = await fetchPart(import("./bench.svelte"));
    return (this.#bench ??= new Bench(this.#client, this.library, this.#writer()));
  }

  /** What a first visit does without until nothing else is to be done, so that it is there when it is asked for. */
  fetchLater(): void {
    if (this.#fetchedLater) return;
    this.#fetchedLater = true;
    void this.log.refresh();
    this.ask.form.generator.fetch().catch(() => {}); // Whoever asks for it will say what is wrong.
  }

  /** Ask or Trade-offs. */
  #writer(): Writer {
    const sweep = () => (this.#tradeoffs?.busy ? this.#tradeoffs.current : undefined);
    const { ask } = this;
    return {
      get name() {
        return ask.busy ? "Ask" : sweep() ? "Trade-offs" : "";
      },
      stop() {
        ask.stop();
        sweep()?.stop();
      },
    };
  }

  /** Ask, Trade-offs or Bench. */
  #anyView(): Writer {
    const writer = this.#writer();
    const bench = () => this.#bench;
    return {
      get name() {
        return writer.name || (bench()?.busy ? "Bench" : "");
      },
      stop() {
        writer.stop();
        bench()?.stop();
      },
    };
  }
}

import { LanguageClient } from "../client/language-client";
import { Ask } from "./ask.svelte";
import { Bench, type Writer } from "./bench.svelte";
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
  readonly #client = new LanguageClient();
  readonly library = new Library(this.#client);
  readonly ask = new Ask(this.#client, this.library, this.log);
  #tradeoffs = $state.raw<Tradeoffs | null>(null);
  readonly bench = new Bench(this.#client, this.library, this.#writer());

  constructor() {
    warmWhenIdle(this.#client, this.ask, this);
  }

  /** Null until it was opened: a first visit does without. */
  get tradeoffs() {
    return this.#tradeoffs;
  }
  /** Whether the worker has something to do that Ask did not begin. */
  get busy() {
    return this.bench.busy || (this.#tradeoffs?.busy ?? false);
  }

  async openTradeoffs(): Promise<Tradeoffs> {
    const { Tradeoffs } = await import("./tradeoffs/tradeoffs.svelte");
    const { ask, bench } = this;
    const others = {
      get busy() {
        return ask.busy || bench.busy;
      },
    };
    return (this.#tradeoffs ??= new Tradeoffs(this.#client, this.library, others));
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
}

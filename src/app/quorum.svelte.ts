import { LanguageClient } from "../client/language-client";
import { Ask } from "./ask.svelte";
import { Bench } from "./bench.svelte";
import { Library } from "./library.svelte";
import { Offline } from "./offline.svelte";
import { Opening } from "./opening.svelte";
import { Router } from "./router.svelte";
import { RunLog } from "./run-log.svelte";
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
  readonly bench = new Bench(this.#client, this.library, this.ask);

  constructor() {
    warmWhenIdle(this.#client, this.ask, this.bench);
  }
}

import { LanguageClient } from "../client/language-client";
import { Ask } from "./ask.svelte";
import type { Writer } from "./bench.svelte";
import { fetchPart } from "./fetch-part";
import { LaterView } from "./later-view.svelte";
import { Lessons } from "./lessons/lessons.svelte";
import { Library } from "./library.svelte";
import { Offline } from "./offline.svelte";
import { Opening } from "./opening.svelte";
import type { RoleModels } from "./reading/role-models.svelte";
import { Router } from "./router.svelte";
import { RunLog } from "./run-log.svelte";
import { warmWhenIdle } from "./warm-when-idle.svelte";

/** Everything the page is made of, wired together once. */
export class Quorum {
  readonly opening = new Opening();
  readonly router = new Router();
  readonly offline = new Offline();
  readonly log = new RunLog();
  readonly #client = new LanguageClient("the worker of Ask");
  readonly library = new Library(this.#client);
  readonly ask = new Ask(this.#client, this.library, this.log, () => this.openRoles());
  readonly later = this.#laterViews();
  readonly lessons = new Lessons(this.#client, this.library, this.#anyView());
  #roles: RoleModels | undefined;
  #fetchedLater = false;

  constructor() {
    warmWhenIdle(this.#client, this.ask, this);
  }

  /** Whether the worker has something to do that Ask did not begin. */
  get busy() {
    const { bench, judge, tradeoffs } = this.later;
    return [bench, judge, tradeoffs, this.lessons].some((view) => view.busy);
  }

  /** Who judges and aggregates, in all views. */
  async openRoles(): Promise<RoleModels> {
    const { RoleModels } = await fetchPart(import("./reading/role-models.svelte"));
    return (this.#roles ??= new RoleModels());
  }

  /** Vision and Curation have workers of their own and wait for nobody; the others share that of Ask. */
  #laterViews() {
    const [client, library] = [this.#client, this.library];
    const busyBeside = (names: readonly ("bench" | "judge" | "tradeoffs")[]) => {
      const anyBusy = (): boolean => this.ask.busy || names.some((name) => this.later[name].busy);
      return {
        get busy() {
          return anyBusy();
        },
      };
    };
    return {
      tradeoffs: new LaterView("tradeoffs", async () => {
        const { Tradeoffs } = await import("./tradeoffs/tradeoffs.svelte");
        return new Tradeoffs(client, library, busyBeside(["bench", "judge"]), () => this.openRoles());
      }),
      judge: new LaterView("judge", async () => {
        const { Judge } = await import("./judge/judge.svelte");
        return new Judge(client, library, busyBeside(["bench", "tradeoffs"]));
      }),
      vision: new LaterView("vision", async () => new (await import("./vision/vision.svelte")).Vision()),
      bench: new LaterView("bench", async () => {
        const { Bench } = await import("./bench.svelte");
        return new Bench(client, library, this.#writer());
      }),
      curation: new LaterView(
        "curation",
        async () => new (await import("./curation/curation.svelte")).Curation(),
      ),
    };
  }

  /** What a first visit does without until nothing else is to be done, so that it is there when it is asked for. */
  fetchLater(): void {
    if (this.#fetchedLater) return;
    this.#fetchedLater = true;
    void this.log.refresh();
    this.ask.form.generator.fetch().catch(() => {}); // Whoever asks for it will say what is wrong.
  }

  /** Ask, Trade-offs or Judge. */
  #writer(): Writer {
    const { later } = this;
    const judge = () => (later.judge.busy ? later.judge.state : undefined);
    const sweep = () => (later.tradeoffs.busy ? later.tradeoffs.state?.current : undefined);
    const { ask } = this;
    const asking = () => ask.busy || ask.readings?.busy; // Whoever reads has a worker of its own, but no machine of its own.
    return {
      get name() {
        return asking() ? "Ask" : sweep() ? "Trade-offs" : judge() ? "Judge" : "";
      },
      stop() {
        ask.stop();
        sweep()?.stop();
        judge()?.stop();
      },
    };
  }

  /** Ask, Trade-offs, Judge or Bench. */
  #anyView(): Writer {
    const writer = this.#writer();
    const { bench } = this.later;
    return {
      get name() {
        return writer.name || (bench.busy ? "Bench" : "");
      },
      stop() {
        writer.stop();
        bench.state?.stop();
      },
    };
  }
}

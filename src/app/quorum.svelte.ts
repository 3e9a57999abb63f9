import { LanguageClient } from "../client/language-client";
import { Ask } from "./ask.svelte";
import type { Bench, Writer } from "./bench.svelte";
import type { Curation } from "./curation/curation.svelte";
import { fetchPart } from "./fetch-part";
import type { Judge } from "./judge/judge.svelte";
import { Lessons } from "./lessons/lessons.svelte";
import { Library } from "./library.svelte";
import { Offline } from "./offline.svelte";
import { Opening } from "./opening.svelte";
import type { RoleModels } from "./reading/role-models.svelte";
import { Router } from "./router.svelte";
import { RunLog } from "./run-log.svelte";
import type { Vision } from "./vision/vision.svelte";
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
  readonly ask = new Ask(this.#client, this.library, this.log, () => this.openRoles());
  #roles: RoleModels | undefined;
  #tradeoffs = $state.raw<Tradeoffs | null>(null);
  #fetchedLater = false;
  #bench = $state.raw<Bench | null>(null);
  #judge = $state.raw<Judge | null>(null);
  #curation = $state.raw<Curation | null>(null);
  #vision = $state.raw<Vision | null>(null);
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
  get vision() {
    return this.#vision;
  }
  get judge() {
    return this.#judge;
  }
  get curation() {
    return this.#curation;
  }
  /** Whether the worker has something to do that Ask did not begin. */
  get busy() {
    const views = [this.#bench, this.#judge, this.#tradeoffs, this.lessons];
    return views.some((view) => view?.busy);
  }

  /** Who judges and aggregates, in all views. */
  async openRoles(): Promise<RoleModels> {
    const { RoleModels } = await fetchPart(import("./reading/role-models.svelte"));
    return (this.#roles ??= new RoleModels());
  }

  async openTradeoffs(): Promise<Tradeoffs> {
    const { Tradeoffs } = await fetchPart(import("./tradeoffs/tradeoffs.svelte"));
    const { ask } = this;
    const views = () => [this.#bench, this.#judge];
    const others = {
      get busy() {
        return ask.busy || views().some((view) => view?.busy);
      },
    };
    return (this.#tradeoffs ??= new Tradeoffs(this.#client, this.library, others, () => this.openRoles()));
  }

  async openVision(): Promise<Vision> {
    const { Vision } = await fetchPart(import("./vision/vision.svelte"));
    return (this.#vision ??= new Vision());
  }

  async openJudge(): Promise<Judge> {
    const { Judge } = await fetchPart(import("./judge/judge.svelte"));
    const { ask } = this;
    const views = () => [this.#bench, this.#tradeoffs];
    const others = {
      get busy() {
        return ask.busy || views().some((view) => view?.busy);
      },
    };
    return (this.#judge ??= new Judge(this.#client, this.library, others));
  }

  async openBench(): Promise<Bench> {
    const { Bench } = await fetchPart(import("./bench.svelte"));
    return (this.#bench ??= new Bench(this.#client, this.library, this.#writer()));
  }

  /** Its worker is its own, and holds no model: it waits for nobody. */
  async openCuration(): Promise<Curation> {
    const { Curation } = await fetchPart(import("./curation/curation.svelte"));
    return (this.#curation ??= new Curation());
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
    const judge = () => (this.#judge?.busy ? this.#judge : undefined);
    const sweep = () => (this.#tradeoffs?.busy ? this.#tradeoffs.current : undefined);
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

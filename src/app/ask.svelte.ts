import type { LoadedModel } from "../../workers/protocol";
import type { LanguageClient } from "../client/language-client";
import { AskForm } from "./ask-form.svelte";
import type { Choice } from "./choice";
import { CurrentRun } from "./current-run.svelte";
import type { AskReadings } from "./reading/ask-readings.svelte";
import type { RoleModels } from "./reading/role-models.svelte";
import { defaultExperiment } from "./defaults";
import { experimentOf } from "./experiment-of";
import { fetchPart } from "./fetch-part";
import { Forecast } from "./forecast.svelte";
import type { Library } from "./library.svelte";
import { MemoryWatch } from "./memory-watch.svelte";
import { nextTask } from "./next-task";
import { paramsOf } from "./params-of";
import type { RunLog, RunRecord } from "./run-log.svelte";
import { sentenceOf } from "./sentence-of";

/** One question, N samples of an answer to it, and what each way of choosing makes of them. */
export class Ask {
  readonly form: AskForm;
  readonly current: CurrentRun;
  readonly forecast: Forecast;
  readonly memory: MemoryWatch;
  #readings = $state.raw<AskReadings | null>(null);
  #links = 0;
  readonly #library: Library;
  readonly #log: RunLog;
  readonly #openRoles: () => Promise<RoleModels>;

  constructor(client: LanguageClient, library: Library, log: RunLog, openRoles: () => Promise<RoleModels>) {
    this.#library = library;
    this.#log = log;
    this.#openRoles = openRoles;
    this.form = new AskForm(library);
    this.current = new CurrentRun(client, library, log);
    this.forecast = new Forecast(client);
    this.memory = new MemoryWatch(client, library);
  }

  get busy() {
    return this.current.job.busy;
  }
  get tally() {
    return this.current.drawing.tally;
  }
  /** What other models make of the samples; null until a run has ended. */
  get readings() {
    return this.#readings;
  }
  /** The model that the fields name, if it is loaded. */
  get loaded(): LoadedModel | null {
    return this.#library.heldAs(this.form.values.model, this.form.values.device);
  }

  /** Takes over what a link says, and starts if it says so. Of links that come while a run ends, the last one counts. */
  async openLink(params: URLSearchParams): Promise<void> {
    if (`${params}` === `${paramsOf(this.form.link())}`) return; // Back from another view.
    const link = ++this.#links;
    if (this.busy) await this.current.job.settle();
    if (link !== this.#links) return;
    if (params.has("recorded") || params.has("file")) return this.#openRecorded(params, link);
    this.current.clear();
    const start = await this.form.open(params);
    if (!start || link !== this.#links) return;
    await nextTask(); // The page may be in the middle of being built.
    if (link === this.#links) await this.run();
  }

  /** Shows the results that a link holds; where it holds none that can be shown, the page opens and says so. */
  async #openRecorded(params: URLSearchParams, link: number): Promise<void> {
    try {
      const { readRecordedRun } = await import("./recorded-run"); // Few links hold results.
      const run = await readRecordedRun(params);
      if (link !== this.#links) return;
      this.form.fillWithResults(experimentOf(run, this.#library), `#/ask?${params}`);
      this.current.reopen(run, { recorded: true });
    } catch (error) {
      if (link !== this.#links) return;
      this.form.fill(defaultExperiment);
      this.current.clear();
      this.form.complaints.add("link", sentenceOf(error));
    }
  }

  /** A link that shows the run as it ended, for others; null where it is too long for one, or none has ended. */
  async resultsLink(): Promise<{ link: string; unread: boolean } | null> {
    const { ended } = this.current;
    if (!ended) return null;
    const { sharedRunLink } = await import("./recorded-run");
    return sharedRunLink(ended);
  }

  /** Saves the run that ended as a file, which a page may show from beside it: `#/ask?file=…`. */
  exportResults(): void {
    if (this.current.ended) void this.#log.export([this.current.ended]);
  }

  async openReadings(): Promise<AskReadings> {
    const { AskReadings } = await fetchPart(import("./reading/ask-readings.svelte"));
    const roles = await this.#openRoles();
    return (this.#readings ??= new AskReadings(roles, this, this.#log));
  }

  /** Shows a stored run as it ended. */
  async reopen(run: RunRecord): Promise<void> {
    const link = ++this.#links;
    await this.current.job.settle();
    if (link !== this.#links) return;
    this.form.fill(experimentOf(run, this.#library));
    this.current.reopen(run);
    location.hash = this.form.link();
  }

  /** Runs what the fields ask for, or says at each field what is wrong with it. */
  run(): Promise<void> {
    const asked = this.busy ? null : this.form.check();
    if (asked) this.form.forgetResults();
    if (asked) this.current.begin(asked, (why) => this.form.complaints.add("question", why));
    if (asked?.read) void this.#readAfter(asked.read.split(","));
    return this.current.job.underWay;
  }

  /** Stops the run, or whoever reads its samples. */
  stop(): void {
    this.current.job.stop();
    this.#readings?.stop();
  }

  /** Has the samples read that are being written. */
  async #readAfter(ids: readonly string[]): Promise<void> {
    const { job } = this.current;
    const run = job.underWay;
    await run;
    if (job.underWay !== run || job.status !== "finished") return;
    try {
      await (await this.openReadings()).read(ids);
    } catch (error) {
      this.form.complaints.add("link", sentenceOf(error));
    }
  }

  /** Loads a model from a folder of the user's disk at once; it joins the list, or the page says what it lacks. */
  openFolder(files: readonly File[]): Promise<void> {
    const { job } = this.current;
    if (!this.busy && files.length > 0) {
      const choice = this.#library.folder(files);
      job.begin(() => this.#openFolder(choice));
    }
    return job.underWay;
  }

  async #openFolder(choice: Choice): Promise<void> {
    const { job } = this.current;
    const before = job.status;
    try {
      await this.current.load(choice, this.form.values.device);
      this.#library.add(choice);
      this.form.values.model = choice.id;
      this.form.complaints.dismiss("model");
    } catch (error) {
      if (!job.signal.aborted) this.form.complaints.add("model", sentenceOf(error));
    } finally {
      job.become(before);
    }
  }
}

import type { LanguageClient } from "../../client/language-client";
import type { RunRecord } from "../../storage/run-record";
import type { SweepRecord } from "../../storage/sweep-record";
import type { Library } from "../library.svelte";
import { nextTask } from "../next-task";
import { paramsOf } from "../params-of";
import type { Imported } from "../read-file";
import type { RoleModels } from "../reading/role-models.svelte";
import { readRecordedLink, recordedLink } from "../recorded-set";
import { sentenceOf } from "../sentence-of";
import { CurrentSweep } from "./current-sweep.svelte";
import { Recorded } from "./recorded.svelte";
import type { RecordedSource } from "./recorded-source";
import { runOf } from "./run-of";
import { Sweep } from "./sweep.svelte";
import { offerShown, setOf } from "./sweep-export";
import { SweepForm } from "./sweep-form.svelte";
import { SweepLog } from "./sweep-log.svelte";

/** What a person asked to see of the problems, and their numbers. */
export interface Picked {
  title: string;
  problems: readonly number[];
}

/** Problems × samples, and what each method makes of them: the fields, the sweep that is shown, and those that are kept. */
export class Tradeoffs {
  readonly form: SweepForm;
  readonly log = new SweepLog();
  readonly current: CurrentSweep;
  #recorded = $state.raw<Recorded | null>(null);
  #picked = $state.raw<Picked | null>(null);
  /** The link that holds what is shown, where it came from one. */
  #resultsAddress = $state.raw<string | null>(null);
  #links = 0;

  /** `others` use the same worker; `openRoles` has those who read what was written. */
  constructor(
    client: LanguageClient,
    library: Library,
    others: { readonly busy: boolean },
    openRoles: () => Promise<RoleModels>,
  ) {
    this.form = new SweepForm(library);
    this.current = new CurrentSweep({ client, library, log: this.log, form: this.form, others, openRoles });
  }

  get busy() {
    return this.current.job.busy;
  }
  get canPause() {
    return this.busy || this.current.job.status === "waiting";
  }
  /** Samples from elsewhere, if they are what is shown. */
  get recorded() {
    return this.#recorded;
  }
  /** What the figures are drawn from. */
  get shown(): Sweep | Recorded | null {
    return this.#recorded ?? this.current.sweep;
  }
  /** Problems behind a point of a figure. */
  get picked() {
    return this.#picked;
  }

  pick(picked: Picked | null): void {
    this.#picked = picked;
  }

  /** Takes what came from a file: recorded samples are shown, problems without any become a set to choose. */
  async take(imported: Imported): Promise<void> {
    if (imported.kind === "problems") return this.form.takeFile(imported);
    this.#links++;
    await this.current.settle();
    this.#show(null);
    this.#showRecorded(imported.source);
  }

  /** Offers what is shown as a file. */
  async exportLines(): Promise<void> {
    if (this.shown) await offerShown(this.shown);
  }

  /** One of the problems shown as a run of Ask. */
  async runOf(problem: number): Promise<RunRecord | null> {
    return this.shown && runOf(this.shown, problem);
  }

  /** The address of what is shown; to be run again, without the results that it may hold. */
  link(options?: { run: boolean }): string {
    return (options?.run ? null : this.#resultsAddress) ?? this.form.link(options);
  }

  /** A link that shows the results for others; null where they are too long for one, or there are none. */
  async resultsLink(): Promise<string | null> {
    const set = this.shown && (await setOf(this.shown));
    return set && recordedLink(set);
  }

  /** Takes over what a link says, and starts if it says so; else shows what was kept of such a sweep. */
  async openLink(params: URLSearchParams): Promise<void> {
    const address = params.size > 0 ? `#/tradeoffs?${params}` : "#/tradeoffs";
    if (this.#links > 0 && `${params}` === `${paramsOf(this.link())}`) return; // Back from another view.
    const link = ++this.#links;
    if (this.busy) await this.current.settle();
    if (link !== this.#links) return;
    if (params.has("recorded") || params.has("file")) return this.#openResults(params, link, address);
    const start = this.form.open(params);
    this.#show(null);
    if (!start) return this.#openKept(link, params.size === 0);
    await nextTask(); // The page may be in the middle of being built.
    if (link === this.#links) await this.run();
  }

  /** Begins the sweep that the fields ask for, or says at each field what is wrong with it. */
  run(): Promise<void> {
    const asked = this.busy ? null : this.form.check();
    if (!asked) return this.current.job.underWay;
    this.#show(null);
    return this.current.run(asked, this.form.file);
  }

  /** Shows a kept sweep as far as it got. */
  async open(record: SweepRecord): Promise<void> {
    const link = ++this.#links;
    await this.current.settle();
    const sweep = await Sweep.open(
      record,
      await this.log.samplesOf(record),
      await this.log.readingsOf(record),
    );
    if (link !== this.#links) return;
    this.form.fill(record.spec, record.readFor);
    this.#show(sweep);
  }

  async delete(record: SweepRecord): Promise<void> {
    if (record.id === this.current.sweep?.record.id) {
      await this.current.settle();
      this.#show(null);
    }
    await this.log.delete(record);
  }

  /** Shows the results that a link holds; where it holds none that can be shown, the page says so. */
  async #openResults(params: URLSearchParams, link: number, address: string): Promise<void> {
    let source: RecordedSource | null = null;
    let fault = "The link holds no results.";
    try {
      source = await readRecordedLink(params);
    } catch (error) {
      fault = sentenceOf(error);
    }
    if (link !== this.#links) return source?.end();
    this.#show(null);
    if (source) {
      this.#showRecorded(source);
      this.#resultsAddress = address;
    } else this.form.complaints.replace([{ field: "link", message: fault }]);
  }

  /** With the methods for which other models have read the samples beside those that are chosen. */
  #showRecorded(source: RecordedSource): void {
    this.#recorded = new Recorded(source);
    this.form.addMethods(source.readFor);
  }

  #show(sweep: Sweep | null): void {
    this.#recorded?.end();
    this.#recorded = null;
    this.#resultsAddress = null;
    this.#picked = null;
    this.current.show(sweep);
  }

  async #openKept(link: number, any: boolean): Promise<void> {
    await this.log.refresh();
    const kept = this.log.sweeps.find(({ spec }) => any || this.form.asksFor(spec));
    if (kept && link === this.#links && this.current.job.status === "idle") await this.open(kept);
  }
}

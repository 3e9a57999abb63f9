import type { LanguageClient } from "../../client/language-client";
import type { SweepRecord } from "../../storage/sweep-record";
import type { Library } from "../library.svelte";
import { nextTask } from "../next-task";
import { CurrentSweep } from "./current-sweep.svelte";
import { Sweep } from "./sweep.svelte";
import { SweepForm } from "./sweep-form.svelte";
import { SweepLog } from "./sweep-log.svelte";

/** Problems × samples, and what each method makes of them: the fields, the sweep that is shown, and those that are kept. */
export class Tradeoffs {
  readonly form: SweepForm;
  readonly log = new SweepLog();
  readonly current: CurrentSweep;
  #links = 0;

  /** `others` use the same worker. */
  constructor(client: LanguageClient, library: Library, others: { readonly busy: boolean }) {
    this.form = new SweepForm(library);
    this.current = new CurrentSweep(client, library, this.log, others);
  }

  get busy() {
    return this.current.job.busy;
  }

  /** Takes over what a link says, and starts if it says so; else shows what was kept of such a sweep. */
  async openLink(params: URLSearchParams): Promise<void> {
    const address = params.size > 0 ? `#/tradeoffs?${params}` : "#/tradeoffs";
    if (this.#links > 0 && decodeURIComponent(address) === this.form.link()) return; // Back from another view.
    const link = ++this.#links;
    if (this.busy) await this.current.settle();
    if (link !== this.#links) return;
    const start = this.form.open(params);
    this.current.show(null);
    if (!start) return this.#openKept(link, params.size === 0);
    await nextTask(); // The page may be in the middle of being built.
    if (link === this.#links) await this.run();
  }

  /** Begins the sweep that the fields ask for, or says at each field what is wrong with it. */
  run(): Promise<void> {
    const asked = this.busy ? null : this.form.check();
    return asked ? this.current.run(asked, this.form.file) : this.current.job.underWay;
  }

  /** Shows a kept sweep as far as it got. */
  async open(record: SweepRecord): Promise<void> {
    const link = ++this.#links;
    await this.current.settle();
    const sweep = await Sweep.open(record, await this.log.samplesOf(record));
    if (link !== this.#links) return;
    this.form.fill(record.spec);
    this.current.show(sweep);
  }

  async delete(record: SweepRecord): Promise<void> {
    if (record.id === this.current.sweep?.record.id) {
      await this.current.settle();
      this.current.show(null);
    }
    await this.log.delete(record);
  }

  async #openKept(link: number, any: boolean): Promise<void> {
    await this.log.refresh();
    const kept = this.log.sweeps.find(({ spec }) => any || this.form.asksFor(spec));
    if (kept && link === this.#links && this.current.job.status === "idle") await this.open(kept);
  }
}

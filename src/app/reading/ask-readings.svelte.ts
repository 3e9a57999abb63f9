import { untrack } from "svelte";
import { candidatesToRead } from "./candidates-to-read";
import { samplesOf } from "./chosen-of";
import { READING_METHODS } from "../../lab/methods/reading";
import type { AskedProblem } from "../../lab/role-lab";
import type { AskForm } from "../ask-form.svelte";
import type { CurrentRun } from "../current-run.svelte";
import type { RunLog, RunRecord } from "../run-log.svelte";
import { Readings } from "./readings.svelte";
import type { RoleModels } from "./role-models.svelte";

interface Shown {
  form: Pick<AskForm, "values">;
  current: Pick<CurrentRun, "ended" | "recorded" | "drawing" | "amend">;
}

/** What other models make of the run that Ask shows. It is kept with the run's record. */
export class AskReadings {
  readonly roles: RoleModels;
  readonly readings: Readings;
  readonly #shown: Shown;
  readonly #log: Pick<RunLog, "amend">;
  #run: RunRecord | null = null;
  /** Whether that run came with a link: it is nobody's here, and is not written down. */
  #isStranger = false;
  #following: Promise<void> = Promise.resolve();

  constructor(roles: RoleModels, shown: Shown, log: Pick<RunLog, "amend">) {
    this.roles = roles;
    this.readings = new Readings(roles);
    this.#shown = shown;
    this.#log = log;
    $effect.root(() => {
      $effect(() => {
        const { ended } = shown.current;
        untrack(() => this.#follow(ended));
      });
    });
  }

  get busy() {
    return this.readings.busy;
  }
  /** Whether there is anything to show. */
  readonly isShown = $derived.by(() => this.readings.asked.length > 0);
  /** The samples that can be read. */
  readonly candidates = $derived.by(() => candidatesToRead(this.#shown.current.drawing.tally.candidates));

  /** Whether there is a row for a method. */
  shows(id: string): boolean {
    return this.readings.asked.some((method) => method.id === id);
  }

  /** Numbers of the samples that a method chose; undefined where it has read none of them. */
  chosenBy(id: string): ReadonlySet<number> | undefined {
    const read = this.readings.reads.find(({ method }) => method.id === id);
    const { candidates, clusters } = this.#shown.current.drawing.tally;
    return read?.selection ? samplesOf(read.selection, candidates, clusters) : undefined;
  }

  /** Has the samples read by the methods of these ids, and the link say so. */
  async read(ids: readonly string[] = this.readings.left.map(({ id }) => id)): Promise<void> {
    const run = this.#shown.current.ended;
    if (!run || this.busy) return;
    this.#follow(run);
    await this.#following;
    if (this.#run !== run || this.candidates.length < 2) return;
    const methods = READING_METHODS.filter(({ id }) => ids.includes(id));
    const asked = this.readings.read(problemOf(run), this.candidates, methods, () => this.#keep());
    const { values } = this.#shown.form;
    const { asked: shown } = this.readings;
    if (!this.#isStranger) values.read = shown.map(({ id }) => id).join(",");
    await asked;
    if (this.#run?.id === run.id) this.#keep();
  }

  stop(): void {
    this.readings.stop();
  }

  /** Another run is shown, or none. */
  #follow(run: RunRecord | null): void {
    const before = this.#run;
    if (this.busy && run?.id !== before?.id) this.#keep();
    this.#run = run;
    if (run?.id === before?.id) return;
    this.#isStranger = this.#shown.current.recorded;
    this.readings.clear();
    this.#following = this.#show(run);
  }

  async #show(run: RunRecord | null): Promise<void> {
    await this.#shown.current.drawing.tally.settle();
    if (run?.readings && this.#run === run)
      await this.readings.replay(problemOf(run), this.candidates, run.readings);
  }

  #keep(): void {
    const { kept } = this.readings;
    if (!this.#run || !kept) return;
    this.#run = { ...this.#run, readings: kept };
    this.#shown.current.amend(this.#run);
    if (!this.#isStranger) void this.#log.amend(this.#run);
  }
}

/** What methods draw by chance depends on the run's own seed. */
const problemOf = ({ spec }: RunRecord): AskedProblem => ({
  question: spec.question,
  seed: spec.sampling.seed,
  ...(spec.expected !== undefined && { expected: spec.expected }),
});

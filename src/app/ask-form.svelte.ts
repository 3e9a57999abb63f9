import { Complaints } from "./complaints.svelte";
import { asShown, defaultExperiment, wordProblemLevels } from "./defaults";
import { experimentLink, readExperiment } from "./experiment-link";
import { faultsOf } from "./faults-of";
import { Generator } from "./generator.svelte";
import type { Library } from "./library.svelte";
import { complainOfMemory } from "./memory-setting";
import { complain, NUMBER_SETTINGS, type NumberName } from "./number-settings";
import { sentenceOf } from "./sentence-of";
import type { Draft, Experiment } from "./settings";

const LEVELS = wordProblemLevels.map(({ level }) => level);

/** A problem that is still to be fetched. */
const NOT_YET = { question: "", expected: "" };

/** The fields of Ask: what they hold, what is wrong with it, and the link that says the same. */
export class AskForm {
  readonly values: Draft = $state({ ...defaultExperiment });
  readonly complaints = new Complaints();
  readonly generator = new Generator();
  /** Number of the generated problem last shown, also after its text was changed. */
  #shown = defaultExperiment.problem ?? 0;
  /** How many problems were asked for. */
  #asked = 0;
  /** The link of results that came with it, and that of the fields they are of. */
  #results = $state.raw<{ link: string; fields: string } | null>(null);
  readonly #library: Library;

  constructor(library: Library) {
    this.#library = library;
  }

  /** Whether the question is of a kind that the pocket models have never seen. */
  readonly unlike = $derived(
    this.values.question.trim() !== "" && this.generator.task?.resembles(this.values.question) === false,
  );

  get models() {
    return this.#library.choices;
  }

  writeQuestion(question: string): void {
    if (this.values.problem !== null) this.values.expected = ""; // It was the generated problem's.
    Object.assign(this.values, { question, problem: null });
    this.complaints.dismiss("question");
    this.generator.fetch().catch(() => {}); // It knows whether the models have seen the like.
  }

  writeExpected(expected: string): void {
    Object.assign(this.values, { expected, problem: null });
  }

  setNumber(name: NumberName, value: number | null): void {
    this.values[name] = value;
    this.complaints.dismiss(name);
    const message = complain(NUMBER_SETTINGS[name], value);
    if (message) this.complaints.add(name, message);
  }

  writeMemory(memory: string): void {
    this.values.memory = memory;
    this.complaints.dismiss("memory");
  }

  setLevel(level: number): void {
    if (this.values.problem === null) this.values.level = level;
    else void this.#show(level, 0);
  }

  newProblem(): void {
    void this.#show(this.values.level, this.#shown + 1);
  }

  /** Takes over what a link says. True if it says to start, and nothing in it is wrong, nor was changed meanwhile. */
  async open(params: URLSearchParams): Promise<boolean> {
    const known = { levels: LEVELS, models: this.models.map(({ id }) => id) };
    const { experiment, complaints, run } = readExperiment(params, defaultExperiment, known);
    const { level, problem } = experiment;
    const isFirst = level === defaultExperiment.level && problem === defaultExperiment.problem;
    const { question, expected } = isFirst ? defaultExperiment : NOT_YET;
    this.fill({ ...experiment, ...(problem !== null && { question, expected }) });
    this.complaints.replace(complaints);
    const isShown = problem === null || isFirst || (await this.#show(level, problem));
    return isShown && run && complaints.length === 0;
  }

  fill(experiment: Experiment): void {
    this.forgetResults();
    Object.assign(this.values, experiment);
    this.#shown = experiment.problem ?? this.#shown;
    this.complaints.replace([]);
  }

  /** The same, with results that came by `link`: it stays the link of the fields until one of them is changed. */
  fillWithResults(experiment: Experiment, link: string): void {
    this.fill(experiment);
    this.#results = { link, fields: this.link() };
  }

  /** What is shown are other results now. */
  forgetResults(): void {
    this.#results = null;
  }

  link(options?: { run: boolean }): string {
    const link = experimentLink(this.values, defaultExperiment, options);
    return link === this.#results?.fields ? this.#results.link : link;
  }

  /** What the fields ask for, or null if it cannot be run; then each field that is wrong says so. */
  check(): Experiment | null {
    this.complaints.replace(faultsOf(this.values));
    return this.complaints.all.length === 0 ? ($state.snapshot(this.values) as Experiment) : null;
  }

  /** The same, while it is still being written: nothing is said of what is wrong. */
  readonly wanted: Experiment | null = $derived(
    faultsOf(this.values).length === 0 ? ($state.snapshot(this.values) as Experiment) : null,
  );

  /** Says what is wrong with a field once it is left. */
  checkMemory(): void {
    const message = complainOfMemory(this.values.memory);
    if (message) this.complaints.add("memory", message);
  }

  /** Resolves to whether the fields show it: not where it could not be fetched, or something else was asked meanwhile. */
  async #show(level: number, problem: number): Promise<boolean> {
    const { values, complaints } = this;
    const before = { ...values };
    Object.assign(values, { level, problem, question: "", expected: "" });
    const asked = ++this.#asked; // The same problem may be asked for again while it is fetched.
    const isStillAsked = () =>
      asked === this.#asked && values.level === level && values.problem === problem && !values.question;
    try {
      const task = this.generator.task ?? (await this.generator.fetch());
      if (!isStillAsked()) return false;
      Object.assign(values, asShown(task, level, problem));
      this.#shown = problem;
      complaints.replace(complaints.all.filter(({ field }) => !["question", "problem"].includes(field)));
      return true;
    } catch (error) {
      if (isStillAsked()) Object.assign(values, before);
      complaints.add("problem", sentenceOf(error));
      return false;
    }
  }
}

import { wordProblems } from "../lab/tasks/word-problems";
import { defaultExperiment, withProblem } from "./defaults";
import type { Library } from "./library.svelte";
import { complainOfMemory } from "./memory-setting";
import {
  complain,
  type Complaint,
  type Draft,
  type Experiment,
  experimentLink,
  NUMBER_SETTINGS,
  type NumberName,
  readExperiment,
} from "./settings";

const LEVELS = wordProblems.levels.map(({ level }) => level);

/** The fields of Ask: what they hold, what is wrong with it, and the link that says the same. */
export class AskForm {
  readonly values: Draft = $state({ ...defaultExperiment });
  #complaints = $state.raw<readonly Complaint[]>([]);
  /** Number of the generated problem last shown, also after its text was changed. */
  #shown = defaultExperiment.problem ?? 0;
  readonly #library: Library;

  constructor(library: Library) {
    this.#library = library;
  }

  /** Whether the question is of a kind that the pocket models have never seen. */
  readonly unlike = $derived(
    this.values.question.trim() !== "" && !wordProblems.resembles(this.values.question),
  );

  get complaints() {
    return this.#complaints;
  }

  get models() {
    return this.#library.choices;
  }

  complaintAt(field: string): string | undefined {
    return this.#complaints.find((complaint) => complaint.field === field)?.message;
  }

  complainAt(field: string, message: string): void {
    this.#complaints = [
      ...this.#complaints.filter((complaint) => complaint.field !== field),
      { field, message },
    ];
  }

  writeQuestion(question: string): void {
    if (this.values.problem !== null) this.values.expected = ""; // It was the generated problem's.
    Object.assign(this.values, { question, problem: null });
    this.dismiss("question");
  }

  writeExpected(expected: string): void {
    Object.assign(this.values, { expected, problem: null });
  }

  setNumber(name: NumberName, value: number | null): void {
    this.values[name] = value;
    this.dismiss(name);
    const message = complain(NUMBER_SETTINGS[name], value);
    if (message) this.complainAt(name, message);
  }

  writeMemory(memory: string): void {
    this.values.memory = memory;
    this.dismiss("memory");
  }

  setLevel(level: number): void {
    this.values.level = level;
    if (this.values.problem !== null) this.#show(0);
  }

  newProblem(): void {
    this.#show(this.#shown + 1);
  }

  /** Takes over what a link says. True if it says to start, and nothing in it is wrong. */
  open(params: URLSearchParams): boolean {
    const { experiment, complaints, run } = readExperiment(params, defaultExperiment, LEVELS);
    if (!this.#library.find(experiment.model)) {
      const message = `There is no model “${experiment.model}” here; the default stands in for it.`;
      complaints.push({ field: "model", message });
      experiment.model = defaultExperiment.model;
    }
    const told = experiment.problem === null ? {} : withProblem(experiment.level, experiment.problem);
    this.fill({ ...experiment, ...told });
    this.#complaints = complaints;
    return run && complaints.length === 0;
  }

  fill(experiment: Experiment): void {
    Object.assign(this.values, experiment);
    this.#shown = experiment.problem ?? this.#shown;
    this.#complaints = [];
  }

  link(options?: { run: boolean }): string {
    return experimentLink(this.values, defaultExperiment, options);
  }

  /** What the fields ask for, or null if it cannot be run; then each field that is wrong says so. */
  check(): Experiment | null {
    this.#complaints = this.#faults();
    return this.#complaints.length === 0 ? ($state.snapshot(this.values) as Experiment) : null;
  }

  /** The same, while it is still being written: nothing is said of what is wrong. */
  readonly wanted: Experiment | null = $derived(
    this.#faults().length === 0 ? ($state.snapshot(this.values) as Experiment) : null,
  );

  /** Says what is wrong with a field once it is left. */
  checkMemory(): void {
    const message = complainOfMemory(this.values.memory);
    if (message) this.complainAt("memory", message);
  }

  #faults(): Complaint[] {
    const { question, memory } = this.values;
    const messages = [
      [
        "question",
        question.trim() === "" ? "The question is empty. Write one, or press New problem." : null,
      ] as const,
      ...Object.entries(NUMBER_SETTINGS).map(
        ([name, setting]) => [name, complain(setting, this.values[name as NumberName])] as const,
      ),
      ["memory", complainOfMemory(memory)] as const,
    ];
    return messages.flatMap(([field, message]) => (message ? [{ field, message }] : []));
  }

  #show(problem: number): void {
    this.#shown = problem;
    Object.assign(this.values, withProblem(this.values.level, problem));
    this.dismiss("question");
  }

  /** Takes back what was complained of at a field, because it has changed. */
  dismiss(field: string): void {
    this.#complaints = this.#complaints.filter((complaint) => ![field, "link"].includes(complaint.field));
  }
}

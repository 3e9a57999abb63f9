import type { SweepSpec } from "../../storage/sweep-record";
import { ALL_METHODS } from "../../lab/methods/reading";
import { Complaints } from "../complaints.svelte";
import type { Library } from "../library.svelte";
import { complainOfMemory, memoryText } from "../memory-setting";
import { complain } from "../number-settings";
import { readSweepLink, sweepLink } from "./sweep-link";
import {
  defaultSweep,
  SWEEP_NUMBERS,
  type SweepDraft,
  type SweepNumber,
  type SweepSettings,
} from "./sweep-settings";

/** Problems from a file. */
export interface ProblemFile {
  name: string;
  items: { question: string; answer: string }[];
}

/** The fields of Trade-offs: what they hold, what is wrong with it, and the link that says the same. */
export class SweepForm {
  readonly values: SweepDraft = $state({ ...defaultSweep });
  readonly complaints = new Complaints();
  #file = $state.raw<ProblemFile | null>(null);
  readonly #library: Library;

  constructor(library: Library) {
    this.#library = library;
  }

  get models() {
    return this.#library.choices;
  }
  /** The problems imported last; they can be chosen while the page is open. */
  get file() {
    return this.#file;
  }

  setNumber(name: SweepNumber, value: number | null): void {
    this.values[name] = value;
    this.complaints.dismiss(name);
    const message = complain(SWEEP_NUMBERS[name], value);
    if (message) this.complaints.add(name, message);
  }

  writeMemory(memory: string): void {
    this.values.memory = memory;
    this.complaints.dismiss("memory");
  }

  /** Says what is wrong with it once the field is left. */
  checkMemory(): void {
    const message = complainOfMemory(this.values.memory);
    if (message) this.complaints.add("memory", message);
  }

  setLevel(level: number | null): void {
    this.values.level = level;
    this.complaints.replace([]);
  }

  setMethods(methods: readonly string[]): void {
    this.values.methods = methods;
  }

  addMethods(more: readonly string[]): void {
    const { methods } = this.values;
    if (more.every((id) => methods.includes(id))) return; // Whoever follows the fields hears nothing new.
    this.values.methods = ALL_METHODS.map(({ id }) => id).filter(
      (id) => methods.includes(id) || more.includes(id),
    );
  }

  /** Problems from a file are chosen at once, all of them as far as one sweep goes. */
  takeFile(file: ProblemFile): void {
    this.#file = file;
    this.setLevel(null);
    this.setNumber("count", Math.min(file.items.length, SWEEP_NUMBERS.count.max));
  }

  /** Takes over what a link says. True if it says to start, and nothing in it is wrong. */
  open(params: URLSearchParams): boolean {
    const ids = this.models.map(({ id }) => id);
    const { settings, complaints, run } = readSweepLink(params, defaultSweep, ids);
    Object.assign(this.values, settings);
    this.complaints.replace(complaints);
    return run && complaints.length === 0;
  }

  /** Shows what a sweep asked for, and the methods for which it was read beside those that are chosen. */
  fill(spec: SweepSpec, readFor: readonly string[] = []): void {
    const { problems } = spec;
    if (!("task" in problems)) this.#file = { name: problems.name, items: problems.items };
    const { model, ...settings } = askedBy(spec);
    Object.assign(this.values, settings);
    this.addMethods(readFor);
    this.values.model = this.#library.find(model) ? model : defaultSweep.model;
    this.complaints.replace([]);
  }

  /** Whether a sweep of this kind writes just what the fields ask for, on whatever device. */
  asksFor(spec: SweepSpec): boolean {
    return Object.entries(askedBy(spec)).every(
      ([name, value]) => this.values[name as keyof SweepDraft] === value,
    );
  }

  link(options?: { run: boolean }): string {
    return sweepLink(this.values, defaultSweep, options);
  }

  /** What the fields ask for, or null if it cannot be run; then each field that is wrong says so. */
  check(): SweepSettings | null {
    const faults = (Object.keys(SWEEP_NUMBERS) as SweepNumber[]).flatMap((field) => {
      const message = complain(SWEEP_NUMBERS[field], this.values[field]);
      return message ? [{ field, message }] : [];
    });
    this.complaints.replace(faults);
    this.checkMemory();
    return this.complaints.all.length === 0 ? ($state.snapshot(this.values) as SweepSettings) : null;
  }
}

function askedBy({ problems, model, samples, sampling, budgetBytes }: SweepSpec) {
  const { temperature, topP, maxTokens } = sampling;
  const isGenerated = "task" in problems;
  return {
    ...{ model, samples, temperature, topP, maxTokens, seed: problems.seed },
    memory: memoryText(budgetBytes),
    level: isGenerated ? problems.level : null,
    count: isGenerated ? problems.count : problems.items.length,
  };
}

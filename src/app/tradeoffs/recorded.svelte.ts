import type { Candidate } from "../../lab/candidates";
import type { RecordedSet, RunOrigin } from "../../lab/recorded/recorded-set";
import { Results } from "./results.svelte";
import type { Shown } from "./shown";

/** Samples that were drawn elsewhere or before, and what they come to. */
export class Recorded implements Shown {
  readonly name: string;
  readonly origin: RunOrigin | null;
  readonly problems: RecordedSet["problems"];
  readonly samples: number;
  readonly #results: Results;

  constructor({ name, origin, problems, samples }: RecordedSet) {
    this.name = name;
    this.origin = origin;
    this.problems = problems;
    this.samples = samples;
    const scored = problems.some(({ candidates }) => candidates.some(({ score }) => score !== undefined));
    this.#results = new Results(samples, { scored });
    for (const [problem, { candidates }] of problems.entries())
      if (candidates.length > 0) this.#results.add(problem, candidates);
  }

  get outcomes() {
    return this.#results.outcomes;
  }

  candidatesOf(problem: number): readonly Candidate[] {
    return this.problems[problem]?.candidates ?? [];
  }
}

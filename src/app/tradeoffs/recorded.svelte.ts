import type { Candidate } from "../../lab/candidates";
import { drawingMethods, Enough } from "../../lab/sweep/enough";
import { ROUND } from "../../lab/sweep/rounds";
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
    const by = drawingMethods(origin?.stoppedBy ?? []);
    const enough = new Enough(samples);
    for (const [problem, { candidates }] of problems.entries()) {
      if (by.length === 0) {
        if (candidates.length > 0) this.#results.add(problem, candidates);
        continue;
      }
      enough.look(problem, candidates);
      if (enough.has(problem, by)) this.#results.add(problem, candidates, { by, after: ROUND });
    }
  }

  get outcomes() {
    return this.#results.outcomes;
  }

  candidatesOf(problem: number): readonly Candidate[] {
    return this.problems[problem]?.candidates ?? [];
  }
}

import type { Candidate } from "../candidates";
import type { SamplePool } from "../methods/method";

interface Waiting {
  count: number;
  resolve: (candidates: readonly Candidate[]) => void;
}

/** The samples of all of a sweep's problems, as they come; each is drawn once, for all methods. */
export class Pools {
  readonly samples: number;
  /** By problem and sample; empty where one is missing. */
  readonly #drawn: (Candidate | undefined)[][];
  readonly #waiting: Waiting[][];
  #count = 0;

  constructor(problems: number, samples: number) {
    this.samples = samples;
    this.#drawn = Array.from({ length: problems }, () => []);
    this.#waiting = Array.from({ length: problems }, () => []);
  }

  /** How many samples are there. */
  get count(): number {
    return this.#count;
  }

  /** A sample that was there already is not counted twice. */
  add(problem: number, candidate: Candidate): void {
    const drawn = this.#drawn[problem];
    const { sample } = candidate.sample;
    if (!drawn || sample >= this.samples)
      throw new RangeError(`sample ${sample} of problem ${problem} was not asked for`);
    if (!drawn[sample]) this.#count++;
    drawn[sample] = candidate;
    const ready = this.beginning(problem).length;
    this.#waiting[problem] = this.#waiting[problem]!.filter((one) => {
      if (one.count > ready) return true;
      one.resolve(this.beginning(problem).slice(0, one.count));
      return false;
    });
  }

  has(problem: number, sample: number): boolean {
    return this.#drawn[problem]?.[sample] !== undefined;
  }

  /** All samples of a problem from the first on, up to the first that is missing. */
  beginning(problem: number): Candidate[] {
    const drawn = this.#drawn[problem]!;
    const end = Array.from(drawn).findIndex((one) => !one);
    return (end < 0 ? drawn : drawn.slice(0, end)) as Candidate[];
  }

  /** Null until all samples are there. */
  whole(problem: number): readonly Candidate[] | null {
    const drawn = this.beginning(problem);
    return drawn.length === this.samples ? drawn : null;
  }

  /** All samples of a problem that are there, in the order of their numbers. */
  there(problem: number): readonly Candidate[] {
    return this.#drawn[problem]!.filter((candidate) => candidate !== undefined);
  }

  /** For methods, which may ask before the samples are there. */
  pool(problem: number): SamplePool {
    return {
      take: (count) => {
        const drawn = this.beginning(problem);
        const wanted = Math.min(count, this.samples);
        if (drawn.length >= wanted) return Promise.resolve(drawn.slice(0, wanted));
        return new Promise((resolve) => this.#waiting[problem]!.push({ count: wanted, resolve }));
      },
    };
  }
}

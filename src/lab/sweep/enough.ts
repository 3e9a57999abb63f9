import type { Candidate } from "../candidates";
import { type Method, METHODS } from "../methods";
import { READING_METHODS } from "../methods/reading";
import { inWholeRounds, ROUND } from "./rounds";

/** Those that draw samples, and perhaps have them read; the others look at scores of samples that were recorded. */
const DRAWING = [...METHODS.filter(({ needsScores }) => !needsScores), ...READING_METHODS];

export const drawingMethods = (ids: readonly string[]): Method[] =>
  DRAWING.filter(({ id }) => ids.includes(id));

/** Whether each of the methods may have enough of a problem before all its samples are there. */
export function mayStopEarly(ids: readonly string[], samples: number): boolean {
  const methods = drawingMethods(ids);
  return samples > ROUND && methods.length > 0 && methods.every(({ hasEnough }) => hasEnough);
}

/** Of which problems each method has enough. Only whole rounds count, so that it is the same however often it was interrupted. */
export class Enough {
  readonly #samples: number;
  readonly #problems = new Map(DRAWING.map(({ id }) => [id, new Set<number>()]));

  constructor(samples: number) {
    this.#samples = samples;
  }

  /** Looks at a problem's samples, from the first to the last before one that is missing. */
  look(problem: number, beginning: readonly Candidate[]): void {
    const candidates = beginning.slice(0, inWholeRounds(beginning.length, this.#samples));
    if (candidates.length === 0) return;
    for (const { id, hasEnough } of DRAWING) {
      const problems = this.#problems.get(id)!;
      const has = () =>
        candidates.length === this.#samples || (hasEnough?.(candidates, this.#samples) ?? false);
      if (!problems.has(problem) && has()) problems.add(problem);
    }
  }

  /** Whether all of these methods have enough of a problem. */
  has(problem: number, methods: readonly Method[]): boolean {
    return methods.every(({ id }) => this.#problems.get(id)!.has(problem));
  }

  /** Of how many problems all of these methods have enough. */
  count(methods: readonly Method[]): number {
    const [first, ...rest] = methods;
    return [...(first ? this.#problems.get(first.id)! : [])].filter((problem) => this.has(problem, rest))
      .length;
  }
}

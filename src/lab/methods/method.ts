import type { Candidate } from "../candidates";
import type { Lab, Role } from "../lab";
import type { Selection } from "../selectors/selector";

/** A way to spend samples on a problem, and perhaps readings of them, and to end with an answer. */
export interface Method {
  id: string;
  label: string;
  /** One sentence in plain words. */
  description: string;
  /** Only for samples that a judge has scored: recorded ones. */
  needsScores?: true;
  /** Models that it asks besides. Without a lab it chooses nothing. */
  needs?: readonly Role[];
  /**
   * Takes samples from the pool in their order, `most` at most, and chooses; the selection's tokens are those of all it took and
   * of all that it had written. Null where the method lacks what it needs (the oracle: the right answer). Rejects where the pool does.
   */
  run(pool: SamplePool, most: number, lab?: Lab): Promise<Selection | null>;
  /** Whether it takes no more than these first samples, though it may take `most`. Absent where it takes all it may. */
  hasEnough?: (candidates: readonly Candidate[], most: number) => boolean;
}

/** The samples of one problem, drawn once for all methods. */
export interface SamplePool {
  /** Its first `count` candidates, all finished; fewer where there are no more. Waits until they are drawn. */
  take(count: number): Promise<readonly Candidate[]>;
}

/** Samples that are there already: recorded ones, or all that a problem will get. */
export function drawnPool(candidates: readonly Candidate[]): SamplePool {
  return { take: (count) => Promise.resolve(candidates.slice(0, count)) };
}

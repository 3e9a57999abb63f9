/** What comparing two values came to; `same` is null where it cannot be told. */
export interface Outcome {
  same: boolean | null;
  /** A clause without a capital or a full stop: `0.5 = 1/2`. */
  why: string;
  /** The comparisons it rests on, in the same form. */
  steps?: string[];
}

export type Same<A, B = A> = (gold: A, answer: B) => Outcome;

/** Equal if all are; otherwise the first that is not says why. */
export function all(outcomes: readonly Outcome[], why: string): Outcome {
  const failed = outcomes.find(({ same }) => same !== true);
  return failed ?? { same: true, why, steps: outcomes.map((outcome) => outcome.why) };
}

/** The first that is equal; else the first that is different; else the first. */
export function best(outcomes: readonly Outcome[]): Outcome {
  return (
    outcomes.find(({ same }) => same === true) ?? outcomes.find(({ same }) => same === false) ?? outcomes[0]!
  );
}

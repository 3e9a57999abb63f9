import type { Outcomes, ProblemOutcome } from "../src/metrics/outcomes";

/** A problem with four samples, of which none is right; `known` says what is different. */
export function problemOutcome(problem: number, known: Partial<ProblemOutcome> = {}): ProblemOutcome {
  return {
    problem,
    samples: 4,
    right: 0,
    leading: 0,
    majority: 0,
    passAt: [0, 0, 0],
    majorityAt: [0, 0, 0],
    methods: [],
    ...known,
  };
}

/** Of 1, 2 and 4 samples, and the methods named. */
export function outcomesOf(problems: readonly ProblemOutcome[], methods: readonly string[] = []): Outcomes {
  return { counts: [1, 2, 4], methods: methods.map((id) => ({ id, label: id })), problems };
}

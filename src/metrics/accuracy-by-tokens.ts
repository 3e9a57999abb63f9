import type { Estimate } from "./interval";
import type { Outcomes, ProblemOutcome } from "./outcomes";
import { wilson } from "./wilson";

/** What so many samples of each problem cost a method, and how often it was right. */
export interface Spending {
  samples: number;
  /** Generated, per problem: a mean; NaN where those of some problem were not recorded. */
  tokens: number;
  accuracy: Estimate;
  /** Of the problems behind it, those it gets wrong first. */
  problems: () => number[];
}

export interface SpendingLine {
  id: string;
  label: string;
  points: readonly Spending[];
}

/** Each method over the numbers of samples that some problem has; the first sample alone is a single point. */
export function accuracyByTokens({ counts, methods, problems }: Outcomes): SpendingLine[] {
  const sums = methods.map(() => counts.map(() => ({ count: 0, right: 0, tokens: 0 })));
  for (const problem of problems) addTo(sums, problem); // Once through them all: memory is what takes time.
  return methods.map(({ id, label }, method) => {
    const budgets = id === "first" ? counts.slice(0, 1) : counts;
    const points = budgets.flatMap((samples, at): Spending[] => {
      const { count, right, tokens } = sums[method]![at]!;
      if (count === 0) return [];
      const behind = () => wrongFirst(problems, (problem) => problem.methods[method]![at]!.accuracy);
      return [{ samples, tokens: tokens / count, accuracy: wilson(right, count), problems: behind }];
    });
    return { id, label, points };
  });
}

function addTo(
  sums: readonly (readonly { count: number; right: number; tokens: number }[])[],
  { methods }: ProblemOutcome,
): void {
  methods.forEach((outcomes, method) =>
    outcomes.forEach(({ accuracy, tokens }, at) => {
      if (Number.isNaN(accuracy)) return; // The problem has fewer samples, or not what the method needs.
      const sum = sums[method]![at]!;
      sum.count++;
      sum.right += accuracy;
      sum.tokens += tokens;
    }),
  );
}

/** Wrong ones first, and among equals those with the most right samples: there a better choice was at hand. */
export function wrongFirst(
  problems: readonly ProblemOutcome[],
  accuracyOf: (problem: ProblemOutcome) => number,
): number[] {
  return problems
    .map((outcome) => ({ problem: outcome.problem, right: outcome.right, accuracy: accuracyOf(outcome) }))
    .filter(({ accuracy }) => !Number.isNaN(accuracy))
    .sort((a, b) => a.accuracy - b.accuracy || b.right - a.right || a.problem - b.problem)
    .map(({ problem }) => problem);
}

/** Whether tokens can be the axis: they were recorded wherever something is drawn. */
export function tokensKnown(lines: readonly SpendingLine[]): boolean {
  return lines.every(({ points }) => points.every(({ tokens }) => Number.isFinite(tokens)));
}

import type { ProblemOutcome } from "./outcomes";

/** Problems of whose samples so many are right, `from` to `to`, both included. */
export interface CountBar {
  from: number;
  to: number;
  problems: readonly number[];
}

/** More bars than these could not be told apart on a phone. */
const MOST_BARS = 65;

/** How many of `samples` are right, from none to all, over the problems that have just so many. */
export function correctCounts(problems: readonly ProblemOutcome[], samples: number): CountBar[] {
  const able = problems.filter((problem) => problem.samples === samples);
  const step = Math.ceil((samples + 1) / MOST_BARS);
  return Array.from({ length: Math.ceil((samples + 1) / step) }, (_, bar) => {
    const [from, to] = [bar * step, Math.min(samples, (bar + 1) * step - 1)];
    const inside = able.filter(({ right }) => right >= from && right <= to);
    return { from, to, problems: inside.map(({ problem }) => problem) };
  });
}

import type { Estimate } from "./interval";
import type { ProblemOutcome } from "./outcomes";
import { wilson } from "./wilson";

/** Problems whose votes have majorities of about one size. */
export interface SurenessBin {
  /** Of the samples, those that gave the leading answer: a mean over the bin's problems. */
  share: number;
  accuracy: Estimate;
  /** In their order, wrong ones first. */
  problems: readonly number[];
}

/** As many sizes are shown one by one; of more samples, tenths. */
const MOST_SIZES = 16;

/** How often the vote is right, by the size of its majority, smallest first. Where no sample gave an answer there was no vote. */
export function voteSureness(problems: readonly ProblemOutcome[]): SurenessBin[] {
  const voted = problems.filter(({ leading }) => leading > 0);
  const most = Math.max(0, ...voted.map(({ samples }) => samples));
  const bins = voted.every(({ samples }) => samples === most) && most <= MOST_SIZES ? most : 10;
  const binOf = ({ leading, samples }: ProblemOutcome) => Math.ceil((bins * leading) / samples - 1e-9);
  return Array.from({ length: bins }, (_, bin) => voted.filter((problem) => binOf(problem) === bin + 1))
    .filter((group) => group.length > 0)
    .map(sureness);
}

function sureness(group: readonly ProblemOutcome[]): SurenessBin {
  const sum = (valueOf: (problem: ProblemOutcome) => number) =>
    group.reduce((total, problem) => total + valueOf(problem), 0);
  const right = sum(({ majority }) => majority);
  return {
    share: sum(({ leading, samples }) => leading / samples) / group.length,
    accuracy: wilson(right, group.length),
    problems: [...group].sort((a, b) => a.majority - b.majority).map(({ problem }) => problem),
  };
}

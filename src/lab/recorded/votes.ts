import type { Ballot } from "../../metrics/ballot";
import type { RecordedProblem } from "../imports/recorded";

/** What the figures need of a problem's samples: no texts, so that a large file's fit in memory. */
export interface RecordedVotes {
  /** One per sample; answers are numbered in each problem anew. */
  ballots: Omit<Ballot, "weight">[];
  /** One per sample; null where one has none. */
  scores: number[] | null;
}

/** The votes of all problems of a file, taken row by row. */
export class VoteCollector {
  readonly problems: RecordedVotes[] = [];
  /** How many rows there were. */
  rows = 0;
  /** Of each problem that other rows may have more of, its answers by their keys. */
  readonly #numbers: Map<string, string>[] = [];

  add({ number, isPart, samples, scores }: RecordedProblem): void {
    this.rows++;
    const problem = (this.problems[number] ??= { ballots: [], scores: [] });
    const numbers = isPart
      ? (this.#numbers[number] ??= new Map<string, string>())
      : new Map<string, string>();
    for (const { key, correct } of samples)
      problem.ballots.push({ answer: key === null ? null : numberOf(key, numbers), correct });
    if (scores) problem.scores?.push(...scores);
    else problem.scores = null;
  }
}

function numberOf(key: string, numbers: Map<string, string>): string {
  const number = numbers.get(key) ?? String(numbers.size);
  numbers.set(key, number);
  return number;
}

import type { Ballot } from "../../metrics/ballot";
import type { RecordedProblem } from "../imports/recorded";

/** What the figures need of a problem's samples: no texts, so that a large file's fit in memory. */
export interface RecordedVotes {
  /** One per sample; answers are numbered in each problem anew. */
  ballots: Omit<Ballot, "weight">[];
  /** One per sample; null where there are none. */
  scores: number[] | null;
}

export function votesOf({ samples, scores }: RecordedProblem): RecordedVotes {
  const numbers = new Map<string, string>();
  const numberOf = (key: string) => {
    const number = numbers.get(key) ?? String(numbers.size);
    numbers.set(key, number);
    return number;
  };
  const ballots = samples.map(({ key, correct }) => ({
    answer: key === null ? null : numberOf(key),
    correct,
  }));
  return { ballots, scores };
}

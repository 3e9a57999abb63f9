/** One sample's vote. */
export interface Ballot {
  /** Equal for equal answers; null for a sample that gives none, which does not vote. */
  answer: string | null;
  correct: boolean;
  /** 1 in a plain vote; 0 or more. */
  weight: number;
}

/** How many samples gave one answer, and what choosing it is worth. */
export interface Votes {
  count: number;
  /** 1 if it is right, 0 if not; the share of right ones where given labels of equal answers disagree. */
  credit: number;
}

/** The answers of a vote with what choosing each is worth, in the order of their first ballots. */
export function countVotes(ballots: readonly Ballot[]): Map<string, Votes> {
  const right = new Map<string, { count: number; right: number }>();
  for (const { answer, correct } of ballots) {
    if (answer === null) continue;
    const votes = right.get(answer) ?? { count: 0, right: 0 };
    right.set(answer, { count: votes.count + 1, right: votes.right + Number(correct) });
  }
  return new Map([...right].map(([answer, { count, right }]) => [answer, { count, credit: right / count }]));
}

import { type Ballot, countVotes } from "./ballot";
import { exactly, type Expectation } from "./expectation";
import { majorityAtK, majorityCost } from "./majority-at-k";
import { weightedMajorityAtK } from "./weighted-majority-at-k";

/** Multiplications that take some tens of milliseconds. */
const AFFORDABLE = 2e7;

/** maj@k of any number of samples: exact where that is quick, else from random subsets with its standard error. */
export function majorityEstimate(ballots: readonly Ballot[], k: number, random: () => number): Expectation {
  const answers = [...countVotes(ballots).values()];
  const unanswered = ballots.filter(({ answer }) => answer === null).length;
  if (k !== ballots.length && majorityCost(answers, unanswered, k) <= AFFORDABLE)
    return exactly(majorityAtK(answers, unanswered, k));
  const equal = ballots.map((ballot) => ({ ...ballot, weight: 1 }));
  return weightedMajorityAtK(equal, k, random);
}

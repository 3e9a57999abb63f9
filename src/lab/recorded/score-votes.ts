import { bestAtK } from "../../metrics/best-at-k";
import type { Expectation } from "../../metrics/expectation";
import { majorityEstimate } from "../../metrics/majority-estimate";
import { passAtK } from "../../metrics/pass-at-k";
import { weightedMajorityAtK } from "../../metrics/weighted-majority-at-k";
import type { Random } from "../random";
import type { RecordedVotes } from "./votes";
import { type Weighing, weightsOf } from "./weighing";

/** What k of a problem's samples come to, each from 0 to 1: the expectation over which k, and over ties. */
export interface VoteScores {
  pass1: number;
  pass: number;
  maj: Expectation;
  /** Null where there are no scores. */
  bestByScore: number | null;
  weighted: Expectation | null;
}

export function scoreVotes(
  { ballots, scores }: RecordedVotes,
  k: number,
  weighing: Weighing,
  random: Random,
): VoteScores {
  const right = ballots.filter(({ correct }) => correct).length;
  const plain = ballots.map((ballot) => ({ ...ballot, weight: 1 }));
  const weights = scores && weightsOf(scores, weighing);
  const weighed = weights && ballots.map((ballot, i) => ({ ...ballot, weight: weights[i]! }));
  const scored = scores && ballots.map(({ correct }, i) => ({ correct, score: scores[i]! }));
  return {
    pass1: right / ballots.length,
    pass: passAtK(ballots.length, right, k),
    maj: majorityEstimate(plain, k, random),
    bestByScore: scored && bestAtK(scored, k),
    weighted: weighed && weightedMajorityAtK(weighed, k, random),
  };
}

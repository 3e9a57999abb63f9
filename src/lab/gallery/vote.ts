import type { Candidate } from "../candidates";
import type { Cluster } from "../clusters";

/** How a vote over finished samples of a known answer went, counted in votes. */
export interface Vote {
  samples: number;
  /** Votes for the answers, the most first. */
  votes: number[];
  /** Votes for the right answer. */
  right: number;
  /** Whether the answer with the most votes is right. */
  winnerRight: boolean;
  firstRight: boolean;
  /** Of all samples' tokens: how sure the model was. */
  meanLogprob: number;
}

/** The vote of candidates whose right answer is known, all of them finished. */
export function countVote(candidates: readonly Candidate[], clusters: readonly Cluster[]): Vote {
  const answers = clusters.filter(({ answer }) => answer !== null);
  const sum = (count: (candidate: Candidate) => number) =>
    candidates.reduce((total, candidate) => total + count(candidate), 0);
  return {
    samples: candidates.length,
    votes: answers.map((cluster) => cluster.candidates.length),
    right: sum(({ correct }) => Number(correct === true)),
    winnerRight: answers[0]?.correct === true,
    firstRight: candidates[0]?.correct === true,
    meanLogprob:
      sum(({ sample }) => sample.logprob) /
      Math.max(
        1,
        sum(({ sample }) => sample.tokens),
      ),
  };
}

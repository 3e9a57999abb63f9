import { type Ballot, countVotes } from "./ballot";
import type { Expectation } from "./expectation";
import { leaders } from "./leaders";
import { subsetMean } from "./subset-mean";

/** Below any sum of weights: an answer that no sample of the subset gives cannot lead, not even with the others at 0. */
const NOT_DRAWN = -1;

/**
 * The expected accuracy of a weighted vote among k of these samples drawn without replacement: the answer with the
 * greatest sum of weights wins (AggLM, arXiv 2509.06870, section 4; Welleck et al. 2024, arXiv 2406.16838), and answers
 * that tie share the credit equally. Samples without an answer may be drawn but do not vote.
 *
 * Real weights leave nothing to count, so all subsets are listed where there are few, and drawn at random elsewhere.
 */
export function weightedMajorityAtK(
  ballots: readonly Ballot[],
  k: number,
  random: () => number,
): Expectation {
  const n = ballots.length;
  if (k < 1 || k > n) throw new RangeError(`a vote of ${k} needs at least ${k} samples; there are ${n}`);
  const answers = [...countVotes(ballots).entries()];
  const places = new Map(answers.map(([answer], place) => [answer, place]));
  const placeOf = ballots.map(({ answer }) => (answer === null ? -1 : places.get(answer)!));
  const sums = new Float64Array(answers.length);

  function accuracyOf(subset: readonly number[]): number {
    sums.fill(NOT_DRAWN);
    for (const i of subset) {
      const place = placeOf[i]!;
      if (place >= 0) sums[place] = Math.max(0, sums[place]!) + ballots[i]!.weight;
    }
    const chosen = leaders(sums).filter((place) => sums[place] !== NOT_DRAWN);
    return chosen.reduce((sum, place) => sum + answers[place]![1].credit, 0) / Math.max(1, chosen.length);
  }

  return subsetMean(n, k, accuracyOf, random);
}

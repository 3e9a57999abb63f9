import { type Ballot, countVotes } from "./ballot";
import type { Expectation } from "./expectation";
import { leaders } from "./leaders";
import { subsetMean } from "./subset-mean";

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
  return subsetMean(n, k, (subset) => accuracyOf(subset), random);

  function accuracyOf(subset: readonly number[]): number {
    const sums = new Map<number, number>();
    for (const i of subset) {
      const place = placeOf[i]!;
      if (place >= 0) sums.set(place, (sums.get(place) ?? 0) + ballots[i]!.weight);
    }
    const drawn = [...sums.keys()];
    const chosen = leaders([...sums.values()]).map((i) => answers[drawn[i]!]![1].credit);
    return chosen.length === 0 ? 0 : chosen.reduce((sum, credit) => sum + credit, 0) / chosen.length;
  }
}

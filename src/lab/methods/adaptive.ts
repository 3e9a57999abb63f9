import type { Candidate } from "../candidates";
import { clusterCandidates } from "../clusters";
import { majority } from "../selectors/majority";
import type { Method } from "./method";

/** How sure the leader must be: at 0.95 the pocket policy's votes cost 62 % of all samples, at 0.9 53 %, and end alike. */
const SURE = 0.9;

/**
 * Adaptive-Consistency (Aggarwal et al. 2023, arXiv 2305.11860) with its Beta rule: samples are taken one by one until the
 * leading answer is, with a posterior probability of 90 %, likelier than the next, or could not be overtaken any more.
 */
export const adaptive: Method = {
  id: "adaptive",
  label: "Adaptive vote",
  description: "Votes after each sample, and stops as soon as the result is as good as certain.",

  async run(pool, most) {
    for (let count = 1; ; count++) {
      const candidates = await pool.take(count);
      const isLast = count >= most || candidates.length < count;
      if (isLast || isSettled(votesOf(candidates), most - count))
        return majority.select(candidates, clusterCandidates(candidates));
    }
  },

  hasEnough: (candidates, most) =>
    candidates.some((_, at) => isSettled(votesOf(candidates.slice(0, at + 1)), most - at - 1)),
};

const votesOf = (candidates: readonly Candidate[]) =>
  clusterCandidates(candidates).flatMap(({ answer, candidates }) =>
    answer === null ? [] : [candidates.length],
  );

/** `votes` for each answer, most first; `left` samples may follow. */
export function isSettled([first = 0, second = 0]: readonly number[], left: number): boolean {
  return first > second + left || leads(first, second) >= SURE;
}

/**
 * The posterior probability that the first of two answers with so many votes each is the likelier one, under a uniform prior:
 * P(p > ½) for p ~ Beta(first + 1, second + 1), which is a tail of tosses of a fair coin.
 */
export function leads(first: number, second: number): number {
  const tosses = first + second + 1;
  let ways = 1;
  let favourable = 0;
  for (let heads = 0; heads <= first; heads++) {
    favourable += ways;
    ways = (ways * (tosses - heads)) / (heads + 1);
  }
  return favourable / 2 ** tosses;
}

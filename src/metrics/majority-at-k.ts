import type { Votes } from "./ballot";
import { choose } from "./choose";

/**
 * The expected accuracy of a majority vote among k samples drawn from these without replacement, a tie counting as a fair
 * draw between its answers: maj@k. `unanswered` samples may be drawn but do not vote.
 *
 * Exact, over all C(n, k) subsets, without listing them: a right answer wins with v votes when every other answer has
 * fewer, or as many in a tie; the ways for that are counted answer by answer (a table over votes given and ties). Its cost
 * is about n³ log n multiplications: 64 samples take some milliseconds. `majorityCost` says when it is too dear.
 */
export function majorityAtK(answers: readonly Votes[], unanswered: number, k: number): number {
  const n = answers.reduce((sum, { count }) => sum + count, unanswered);
  if (k < 1 || k > n) throw new RangeError(`maj@${k} needs at least ${k} samples; there are ${n}`);
  let wins = 0;
  answers.forEach(({ count, credit }, winner) => {
    if (credit === 0) return;
    const others = answers.filter((_, i) => i !== winner).map((other) => other.count);
    for (let votes = 1; votes <= Math.min(count, k); votes++) {
      const ties = waysWithin(others, unanswered, k - votes, votes);
      const share = ties.reduce((sum, ways, tied) => sum + ways / (tied + 1), 0);
      wins += credit * choose(count, votes) * share;
    }
  });
  return wins / choose(n, k);
}

/** In how many ways `draws` samples come from the other answers, none getting more than `most`, by how many get just `most`. */
function waysWithin(others: readonly number[], unanswered: number, draws: number, most: number): number[] {
  const mostTies = Math.floor(draws / most);
  let ways = table(draws, mostTies); // ways[drawn][tied]
  for (let i = 0; i <= Math.min(unanswered, draws); i++) ways[i]![0] = choose(unanswered, i);
  for (const count of others) {
    const next = table(draws, mostTies);
    for (let drawn = 0; drawn <= draws; drawn++) {
      for (let tied = 0; tied <= mostTies; tied++) {
        const before = ways[drawn]![tied]!;
        if (before === 0) continue;
        for (let take = 0; take <= Math.min(count, most, draws - drawn); take++) {
          next[drawn + take]![tied + (take === most ? 1 : 0)]! += before * choose(count, take);
        }
      }
    }
    ways = next;
  }
  return ways[draws]!;
}

const table = (draws: number, ties: number) =>
  Array.from({ length: draws + 1 }, () => new Array<number>(ties + 1).fill(0));

/** About how many multiplications `majorityAtK` takes; Infinity where its counts would overflow. */
export function majorityCost(answers: readonly Votes[], unanswered: number, k: number): number {
  const n = answers.reduce((sum, { count }) => sum + count, unanswered);
  if (choose(n, k) === Infinity) return Infinity;
  let cost = 0;
  for (const { count, credit } of answers) {
    for (let votes = 1; credit > 0 && votes <= Math.min(count, k); votes++) {
      const takes = answers.reduce((sum, other) => sum + Math.min(other.count, votes) + 1, 0);
      cost += ((k - votes) ** 2 / votes) * takes;
    }
  }
  return cost;
}

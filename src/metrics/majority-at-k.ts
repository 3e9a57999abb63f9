/** How many samples gave one answer, and whether it is right. */
export interface Votes {
  count: number;
  correct: boolean;
}

/**
 * The expected accuracy of a majority vote among k samples drawn from these without replacement, a tie counting as a fair
 * draw between its answers: maj@k. `unanswered` samples may be drawn but do not vote.
 *
 * Exact, over all C(n, k) subsets, without listing them: a right answer wins with v votes when every other answer has
 * fewer, or as many in a tie; the ways for that are counted answer by answer (a table over votes given and ties). Its cost
 * is about n³ log n multiplications: 64 samples take some milliseconds, so nothing is estimated by random draws.
 */
export function majorityAtK(answers: readonly Votes[], unanswered: number, k: number): number {
  const n = answers.reduce((sum, { count }) => sum + count, unanswered);
  if (k < 1 || k > n) throw new RangeError(`maj@${k} needs at least ${k} samples; there are ${n}`);
  let wins = 0;
  answers.forEach(({ count, correct }, winner) => {
    if (!correct) return;
    const others = answers.filter((_, i) => i !== winner).map((other) => other.count);
    for (let votes = 1; votes <= Math.min(count, k); votes++) {
      const ties = waysWithin(others, unanswered, k - votes, votes);
      const share = ties.reduce((sum, ways, tied) => sum + ways / (tied + 1), 0);
      wins += choose(count, votes) * share;
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

/** C(n, k) as a double: exact up to 2^53, then with a relative error near 1e-16 per factor. */
function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i;
  return Math.round(ways);
}

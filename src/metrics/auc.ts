/**
 * The area under the ROC curve: how likely a right one scores higher than a wrong one, ties counted as half (the Mann–Whitney
 * statistic over the number of pairs). NaN where there is none of either kind.
 */
export function auc(right: readonly number[], wrong: readonly number[]): number {
  const sorted = [...wrong].sort((a, b) => a - b);
  const below = (score: number, orEqual: boolean) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (orEqual ? sorted[middle]! <= score : sorted[middle]! < score) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const won = right.reduce((sum, score) => sum + (below(score, false) + below(score, true)) / 2, 0);
  return won / (right.length * wrong.length);
}

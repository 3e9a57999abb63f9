import { chanceOfNone } from "./chance-of-none";

/** A sample with what a judge or reward model made of it; only the order of scores counts. */
export interface Scored {
  score: number;
  correct: boolean;
}

/**
 * The chance that the sample with the highest score, of k drawn from these n without replacement, is right: best-of-k.
 * Samples that share the highest score are as likely to be taken as each other.
 *
 * Exact: with a samples scored higher than s and g scored s, the best of k has the score s with chance
 * C(n−a, k)/C(n, k) − C(n−a−g, k)/C(n, k), and is then right as often as the g are. Without ties this is the sum over
 * ranks i of C(n−i, k−1)/C(n, k) · [the i-th is right].
 */
export function bestAtK(samples: readonly Scored[], k: number): number {
  const n = samples.length;
  if (k < 1 || k > n) throw new RangeError(`best@${k} needs at least ${k} samples; there are ${n}`);
  let above = 0;
  let expected = 0;
  for (const tied of byScore(samples)) {
    const chance = chanceOfNone(n, above, k) - chanceOfNone(n, above + tied.length, k);
    expected += chance * (tied.filter(({ correct }) => correct).length / tied.length);
    above += tied.length;
  }
  return expected;
}

/** Samples of equal score together, the highest score first. */
function byScore(samples: readonly Scored[]): Scored[][] {
  const groups = new Map<number, Scored[]>();
  for (const sample of samples) {
    if (!Number.isFinite(sample.score)) throw new RangeError(`${sample.score} is no score`);
    const group = groups.get(sample.score);
    if (group) group.push(sample);
    else groups.set(sample.score, [sample]);
  }
  return [...groups.entries()].sort(([a], [b]) => b - a).map(([, group]) => group);
}

import type { Estimate } from "./interval";
import { countDiscordant, type Discordant, mcnemar } from "./mcnemar";
import type { Outcomes } from "./outcomes";
import { sparseBootstrap } from "./sparse-bootstrap";

/** Two methods on the same problems, with as many samples each. */
export interface PairedDifference {
  a: string;
  b: string;
  /** Problems that both were tried on. */
  count: number;
  /** Mean of a − b, from −1 to 1, with the paired bootstrap's interval. */
  difference: Estimate;
  discordant: Discordant;
  /** McNemar's exact test. */
  p: number;
  onlyA: readonly number[];
  onlyB: readonly number[];
}

/** Numbers drawn for the interval, some milliseconds' work: it is drawn anew with every few problems that a sweep finishes. */
const DRAWN = 3e5;

/** Null while no problem has so many samples. `random` gives uniform numbers in [0, 1). */
export function pairedDifference(
  { counts, methods, problems }: Outcomes,
  samples: number,
  [a, b]: readonly [string, string],
  random: () => number,
): PairedDifference | null {
  const at = counts.indexOf(samples);
  const [first, second] = [a, b].map((id) => methods.findIndex((method) => method.id === id));
  if (at < 0 || first! < 0 || second! < 0) return null;
  const pairs = problems
    .map(({ problem, methods }) => ({
      problem,
      a: methods[first!]![at]!.accuracy,
      b: methods[second!]![at]!.accuracy,
    }))
    .filter((pair) => !Number.isNaN(pair.a + pair.b));
  if (pairs.length === 0) return null;
  const scores = [pairs.map((pair) => pair.a), pairs.map((pair) => pair.b)] as const;
  const differences = pairs.map((pair) => pair.a - pair.b);
  const differing = differences.filter((difference) => difference !== 0).length;
  const resamples = Math.max(1000, Math.min(10_000, Math.round(DRAWN / Math.max(1, differing))));
  const discordant = countDiscordant(...scores);
  const decided = (right: "a" | "b", wrong: "a" | "b") =>
    pairs.filter((pair) => pair[right] === 1 && pair[wrong] === 0).map(({ problem }) => problem);
  return {
    a: methods[first!]!.label,
    b: methods[second!]!.label,
    count: pairs.length,
    difference: sparseBootstrap(differences, random, resamples),
    discordant,
    p: mcnemar(discordant).exact,
    onlyA: decided("a", "b"),
    onlyB: decided("b", "a"),
  };
}
